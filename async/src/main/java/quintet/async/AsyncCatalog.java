package quintet.async;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import quintet.workloads.Failures;
import quintet.workloads.Staff;
import quintet.workloads.catalog.BlockReader;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.Delivery;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Summary;

/**
 * Reading, parsing and delivering a block are three futures; each step runs when those it needs are
 * complete, and no thread of the model waits for another.
 *
 * <pre>
 *   read(i)      needs  read(i-1), delivered(i-window)   one reader; a free block
 *   parsed(i)    needs  read(i)
 *   delivered(i) needs  delivered(i-1), parsed(i)        the order
 * </pre>
 *
 * <p><b>Shared:</b> the reader and the delivery. Each is touched by one step at a time, since its
 * steps form a chain, and the completion of a future happens-before the steps that depend on it
 * (java.util.concurrent.CompletableFuture; JLS 17.4.5). So neither needs a lock. Proofs: {@code
 * ChainedStepsProof}, {@code StepResultProof}.
 *
 * <p><b>Stops</b> when the caller, which alone waits, sees the end, a failure or an interrupt: it
 * shuts the executor down, steps that have not begun are refused, and {@code close} waits for the
 * others.
 *
 * <p><b>Costs</b> three futures a block and code that must be read as a graph. <b>Choose it</b>
 * when steps wait for the outside world, and the thread that starts them has better things to do.
 * Source: seed 003, "Async"; the order by chaining is ours.
 */
public final class AsyncCatalog implements Catalog {

  private final Staff staff;

  public AsyncCatalog(Staff staff) {
    this.staff = staff;
  }

  @Override
  public <T> Summary run(Job<T> job, Consumer<? super T> consumer)
      throws IOException, InterruptedException {
    var threads = staff.threads("async").factory();
    try (var reader = new BlockReader(job.sources());
        var executor = Executors.newFixedThreadPool(staff.workers(), threads)) {
      try {
        var delivery = new Delivery<T>(job, consumer);
        new Flow<>(job, reader, delivery, job.window(staff), executor).start().get();
        return delivery.summary();
      } catch (ExecutionException e) {
        throw Failures.raised(e.getCause());
      } finally {
        executor.shutdownNow();
      }
    }
  }
}
