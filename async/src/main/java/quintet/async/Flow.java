package quintet.async;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import quintet.workloads.catalog.Batch;
import quintet.workloads.catalog.Block;
import quintet.workloads.catalog.BlockParser;
import quintet.workloads.catalog.BlockReader;
import quintet.workloads.catalog.Delivery;
import quintet.workloads.catalog.Job;

/** The steps of one run of {@link AsyncCatalog}, unrolled as the input is read. */
public final class Flow<T> {

  private static final CompletableFuture<@Nullable Void> DONE =
      CompletableFuture.completedFuture(null);

  /** A block and its parser, used for every window-th block; free when that one is delivered. */
  private static final class Lane<T> {
    final Block block;
    final BlockParser<T> parser;
    CompletableFuture<@Nullable Void> free = DONE;

    Lane(Job<T> job) {
      block = new Block(job.blockBytes());
      parser = new BlockParser<>(job.work());
    }
  }

  private final BlockReader reader;
  private final Delivery<T> delivery;
  private final Executor executor;
  private final List<Lane<T>> lanes = new ArrayList<>();
  private final CompletableFuture<@Nullable Void> finished = new CompletableFuture<>();

  public Flow(Job<T> job, BlockReader reader, Delivery<T> delivery, int window, Executor executor) {
    this.reader = reader;
    this.delivery = delivery;
    this.executor = executor;
    for (int i = 0; i < window; i++) {
      lanes.add(new Lane<>(job));
    }
  }

  /** Begins the run. The future completes when all is delivered, or with what prevented it. */
  public CompletableFuture<@Nullable Void> start() {
    read(0, DONE);
    return finished;
  }

  private void read(int number, CompletableFuture<@Nullable Void> deliveredBefore) {
    var lane = lanes.get(number % lanes.size());
    var _ =
        lane.free
            .thenApplyAsync(_ -> reader.fill(lane.block), executor)
            .thenAccept(more -> go(more, number, lane, deliveredBefore))
            .whenComplete((_, failure) -> failWith(failure));
  }

  private void go(
      boolean more, int number, Lane<T> lane, CompletableFuture<@Nullable Void> deliveredBefore) {
    if (!more) {
      var _ = deliveredBefore.thenRun(() -> finished.complete(null));
      return;
    }
    var parsed = CompletableFuture.supplyAsync(() -> lane.parser.parse(lane.block), executor);
    var delivered = deliveredBefore.thenCombine(parsed, (_, batch) -> deliver(batch));
    var _ = delivered.whenComplete((_, failure) -> failWith(failure));
    lane.free = delivered;
    read(number + 1, delivered);
  }

  private @Nullable Void deliver(Batch<T> batch) {
    try {
      delivery.accept(batch);
      return null;
    } catch (Throwable e) { // one wrapper, always: get() takes one off
      throw new CompletionException(e);
    }
  }

  private void failWith(@Nullable Throwable failure) {
    if (failure != null) {
      finished.completeExceptionally(failure);
    }
  }
}
