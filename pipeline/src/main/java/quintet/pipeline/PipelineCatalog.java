package quintet.pipeline;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import quintet.workloads.Staff;
import quintet.workloads.catalog.BlockParser;
import quintet.workloads.catalog.BlockReader;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.Delivery;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Summary;

/**
 * One thread reads, some parse, and the caller consumes in order; bounded queues join the stages.
 *
 * <pre>
 *   reader --work--> parser 1..n-1 --> reorder buffer --> consumer (the caller)
 *     ^                  ^                                   |  |
 *     |                  +------ helps when nothing is ready-+  |
 *     +--------------------- free parcels ----------------------+
 * </pre>
 *
 * <p><b>Shared:</b> nothing but the queues. The parcels are confined to one stage at a time and
 * handed on whole; a put happens-before the matching take. There are as many parcels as the window
 * has blocks, and the reader waits for a free one: that is the back-pressure, and the bound on
 * memory. Proofs: {@code ReorderBufferOrderProof}, {@code ReorderBufferVisibilityProof}, {@code
 * EndOfInputProof}, {@code FailureIsNotTheEndProof}.
 *
 * <p><b>Stops</b> by an interrupt of the stages, which wait nowhere else than in a queue. The end
 * of the input and a failure to read are parcels too, in order behind the last block.
 *
 * <p><b>Costs</b> two hand-offs a block. <b>Choose it</b> when stages differ in what they wait for,
 * and when the input cannot be cut before it is read. Source: seed 000, "Processing a Large File",
 * whose library loses records because its producer's failure looks like the end of its input.
 */
public final class PipelineCatalog implements Catalog {

  private final Staff staff;

  public PipelineCatalog(Staff staff) {
    this.staff = staff;
  }

  @Override
  public <T> Summary run(Job<T> job, Consumer<? super T> consumer)
      throws IOException, InterruptedException {
    int window = job.window(staff);
    var free = new ArrayBlockingQueue<Parcel<T>>(window);
    for (int i = 0; i < window; i++) {
      free.add(new Parcel<>(job.blockBytes()));
    }
    var work = new ArrayBlockingQueue<Parcel<T>>(window);
    var parsed = new ReorderBuffer<Parcel<T>>(window);
    var delivery = new Delivery<T>(job, consumer);
    try (var stages = Executors.newThreadPerTaskExecutor(staff.threads("pipeline").factory())) {
      try {
        stages.execute(() -> read(job, free, work, parsed));
        for (int i = 1; i < staff.workers(); i++) {
          stages.execute(() -> parse(job, work, parsed));
        }
        consume(job, free, work, parsed, delivery);
      } finally {
        stages.shutdownNow();
      }
    }
    return delivery.summary();
  }

  /** The producer. */
  private static <T> void read(
      Job<T> job,
      BlockingQueue<Parcel<T>> free,
      BlockingQueue<Parcel<T>> work,
      ReorderBuffer<Parcel<T>> parsed) {
    try (var reader = new BlockReader(job.sources())) {
      for (long number = 0; ; number++) {
        var parcel = free.take();
        if (!reader.fill(parcel.block())) {
          parsed.put(number, parcel.asEndOfInput());
          return;
        }
        work.put(parcel.numbered(number));
        parsed.signal();
      }
    } catch (InterruptedException consumerIsGone) {
      // the stage ends
    }
  }

  private static <T> void parse(
      Job<T> job, BlockingQueue<Parcel<T>> work, ReorderBuffer<Parcel<T>> parsed) {
    var parser = new BlockParser<T>(job.work());
    try {
      while (true) {
        var parcel = work.take();
        parcel.parseWith(parser);
        parsed.put(parcel.number(), parcel);
      }
    } catch (InterruptedException consumerIsGone) {
      // the stage ends
    }
  }

  private static <T> void consume(
      Job<T> job,
      BlockingQueue<Parcel<T>> free,
      BlockingQueue<Parcel<T>> work,
      ReorderBuffer<Parcel<T>> parsed,
      Delivery<T> delivery)
      throws IOException, InterruptedException {
    var parser = new BlockParser<T>(job.work());
    while (true) {
      var next = parsed.poll();
      if (next != null) {
        if (next.isEndOfInput()) {
          return;
        }
        delivery.accept(next.batch());
        free.put(next);
        continue;
      }
      var parcel = work.poll();
      if (parcel != null) {
        parcel.parseWith(parser);
        parsed.put(parcel.number(), parcel);
      } else {
        parsed.awaitSignal();
      }
    }
  }
}
