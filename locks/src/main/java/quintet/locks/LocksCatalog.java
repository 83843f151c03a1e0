package quintet.locks;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.workloads.Staff;
import quintet.workloads.catalog.Batch;
import quintet.workloads.catalog.Block;
import quintet.workloads.catalog.BlockParser;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.Delivery;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Summary;

/**
 * Threads share one reader and one reorder buffer, each behind a lock; the caller is one of them
 * whenever it has nothing to deliver.
 *
 * <pre>
 *   thread 1..n-1:  reserve -> claim block -> parse -> put --+
 *   caller:     (the same, without waiting for a place)      |
 *        ^                                                   v
 *        +-- deliver <-- take in order <-- [ reorder buffer ]
 * </pre>
 *
 * <p><b>Shared:</b> the {@link SharedReader} and the {@link ReorderBuffer}; an unlock
 * happens-before the next lock of the same lock (JLS 17.4.5). Blocks and parsers are confined to
 * their thread. No thread ever holds both locks, so there is no order to get wrong. Proofs: {@code
 * SharedReaderClaimProof}, {@code ReorderBufferProof}, {@code EndOfInputProof}, {@code
 * FailureIsNotTheEndProof}.
 *
 * <p><b>Stops</b> by an interrupt: every wait for a place, a block or a batch is interruptible.
 *
 * <p><b>Costs</b> two locks a block, held briefly; but the reader's for as long as a slow source
 * takes, and a caller that waits for it delivers late. <b>Choose it</b> when state is truly shared,
 * and keep what is behind the lock small. Source: seed 000, "Unsafe patterns": this is the shared
 * reader made safe.
 */
public final class LocksCatalog implements Catalog {

  private final Staff staff;

  public LocksCatalog(Staff staff) {
    this.staff = staff;
  }

  @Override
  public <T> Summary run(Job<T> job, Consumer<? super T> consumer)
      throws IOException, InterruptedException {
    var delivery = new Delivery<T>(job, consumer);
    var buffer = new ReorderBuffer<Batch<T>>(job.window(staff));
    try (var reader = new SharedReader(job.sources());
        var crew = Executors.newThreadPerTaskExecutor(staff.threads("locks").factory())) {
      try {
        for (int i = 1; i < staff.workers(); i++) {
          crew.execute(new Worker<>(job, reader, buffer)::work);
        }
        var self = new Worker<>(job, reader, buffer);
        for (var batch = next(buffer, self); batch != null; batch = next(buffer, self)) {
          delivery.accept(batch);
        }
      } finally {
        crew.shutdownNow();
      }
    }
    return delivery.summary();
  }

  /** The batch whose turn it is, or null after the last. Works rather than waits for it. */
  private static <T> @Nullable Batch<T> next(ReorderBuffer<Batch<T>> buffer, Worker<T> self)
      throws InterruptedException {
    while (true) {
      var batch = buffer.poll();
      if (batch != null) {
        return batch;
      }
      if (!buffer.tryReserve() || !self.workOnOne()) {
        return buffer.take();
      }
    }
  }

  /** What one thread does, with a block and a parser of its own. */
  private static final class Worker<T> {

    private final SharedReader reader;
    private final ReorderBuffer<Batch<T>> buffer;
    private final Block block;
    private final BlockParser<T> parser;

    Worker(Job<T> job, SharedReader reader, ReorderBuffer<Batch<T>> buffer) {
      this.reader = reader;
      this.buffer = buffer;
      block = new Block(job.blockBytes());
      parser = new BlockParser<>(job.work());
    }

    void work() {
      try {
        do {
          buffer.reserve();
        } while (workOnOne());
      } catch (InterruptedException consumerIsGone) {
        // the thread ends
      }
    }

    /** Call only with a place reserved. Returns false at the end of the input. */
    boolean workOnOne() throws InterruptedException {
      long number = reader.claim(block);
      if (number < 0) {
        buffer.endAt(SharedReader.blocksBefore(number));
        return false;
      }
      buffer.put(number, parser.parse(block));
      return true;
    }
  }
}
