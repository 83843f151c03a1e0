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
 * <p><b>Stops</b> by an interrupt of the stages, which wait in a queue or for the source. The end
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
    var delivery = new Delivery<T>(job, consumer);
    var line = new Line<>(job, job.window(staff));
    try (var stages = Executors.newThreadPerTaskExecutor(staff.threads("pipeline").factory())) {
      try {
        stages.execute(line::read);
        for (int i = 1; i < staff.workers(); i++) {
          stages.execute(line::parse);
        }
        line.consume(delivery);
      } finally {
        stages.shutdownNow();
      }
    }
    return delivery.summary();
  }

  /** The queues of one run, and the stages between them. */
  private static final class Line<T> {

    private final Job<T> job;
    private final BlockingQueue<Parcel<T>> free;
    private final BlockingQueue<Parcel<T>> work;
    private final ReorderBuffer<Parcel<T>> parsed;

    Line(Job<T> job, int window) {
      this.job = job;
      free = new ArrayBlockingQueue<>(window);
      work = new ArrayBlockingQueue<>(window);
      parsed = new ReorderBuffer<>(window);
      for (int i = 0; i < window; i++) {
        free.add(new Parcel<>(job.blockBytes()));
      }
    }

    void read() {
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

    void parse() {
      var parser = new BlockParser<T>(job.work());
      try {
        while (true) {
          parse(work.take(), parser);
        }
      } catch (InterruptedException consumerIsGone) {
        // the stage ends
      }
    }

    private void parse(Parcel<T> parcel, BlockParser<T> parser) {
      parcel.parseWith(parser);
      parsed.put(parcel.number(), parcel);
    }

    void consume(Delivery<T> delivery) throws IOException, InterruptedException {
      var parser = new BlockParser<T>(job.work());
      while (true) {
        for (var next = parsed.poll(); next != null; next = parsed.poll()) {
          if (next.isEndOfInput()) {
            return;
          }
          delivery.accept(next.batch());
          free.put(next);
        }
        var parcel = work.poll();
        if (parcel != null) {
          parse(parcel, parser);
        } else {
          parsed.awaitSignal();
        }
      }
    }
  }
}
