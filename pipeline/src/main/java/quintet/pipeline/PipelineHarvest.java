package quintet.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import quintet.workloads.Failures;
import quintet.workloads.Staff;
import quintet.workloads.harvest.Call;
import quintet.workloads.harvest.Calls;
import quintet.workloads.harvest.Delivery;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Row;
import quintet.workloads.harvest.Rows;
import quintet.workloads.harvest.Summary;
import quintet.workloads.harvest.Wire;

/**
 * One thread pulls URLs, some fetch, and the caller alone writes: bounded queues join the stages.
 *
 * <pre>
 *   source --calls--> fetcher 1..limit --rows--> writer (the caller) --> sheet
 *     ^                                             |
 *     +-------------------- tickets ----------------+
 * </pre>
 *
 * <p><b>Shared:</b> nothing but the queues and the tickets. A call and its row are confined to one
 * stage at a time; a put happens-before the matching take. The sheet has a single writer, so it
 * needs no guard, and what has come in meanwhile is written in one piece. A ticket is one place in
 * the window: the source takes one before it pulls, the writer gives it back when the row is
 * written, and so neither queue is ever full. Proofs: {@code SingleWriterProof}, {@code
 * HarvestEndProof}.
 *
 * <p><b>Stops</b> by an interrupt of the stages, each of which waits in a queue, for a ticket, or
 * for a server. The end of the source and its failure are told to the writer through its queue: a
 * stage that dies silently would be waited for, for ever.
 *
 * <p><b>Costs</b> two hand-offs a URL, and a thread for each fetcher, busy or not. A call that
 * pauses before its next try keeps its fetcher. <b>Choose it</b> when what happens to a row takes
 * as long as fetching it: each stage has threads of its own. Source: seed 003, "Producer-Consumer",
 * whose {@code run_pipeline} hangs when a consumer throws; seed 001, "Thread-safe CSV writing",
 * without its lock.
 */
public final class PipelineHarvest implements Harvest {

  private final Staff staff;

  /**
   * @param staff of which kind the threads are; the number of fetchers is the job's limit
   */
  public PipelineHarvest(Staff staff) {
    this.staff = staff;
  }

  @Override
  public Summary run(Job job) throws IOException, InterruptedException {
    var network = Thread.ofVirtual().name("quintet-pipeline-http-", 0).factory();
    var threads = staff.threads("pipeline").factory();
    var calls = new Calls(job);
    try (var io = Executors.newThreadPerTaskExecutor(network);
        var wire = new Wire(job, Wire.client().executor(io).build());
        var stages = Executors.newThreadPerTaskExecutor(threads)) {
      try {
        var line = new Line(job.window());
        stages.execute(() -> line.pull(calls));
        for (int i = 0; i < job.limit(); i++) {
          stages.execute(() -> line.fetch(wire));
        }
        var delivery = new Delivery(job);
        line.write(delivery);
        return delivery.summary(calls.skipped());
      } finally {
        stages.shutdownNow();
      }
    }
  }

  /** What comes to the writer. */
  private sealed interface News {

    /** A call has ended. */
    record Ended(Row row) implements News {}

    /** The source has ended, after so many calls. */
    record NoMore(long calls) implements News {}

    /** A stage has failed. */
    record Broken(Throwable failure) implements News {}
  }

  /** The queues of one run, and the stages between them. */
  private static final class Line {

    private static final long UNKNOWN = Long.MAX_VALUE;

    private final Semaphore tickets;
    private final BlockingQueue<Call> calls;
    private final BlockingQueue<News> news;

    Line(int window) {
      tickets = new Semaphore(window);
      calls = new ArrayBlockingQueue<>(window);
      news = new ArrayBlockingQueue<>(window + 1); // the end, or a failure, has a place as well
    }

    void pull(Calls source) {
      guarded(
          () -> {
            tickets.acquire();
            long pulled = 0;
            for (var call = source.next(); call != null; call = source.next()) {
              calls.put(call);
              pulled++;
              tickets.acquire();
            }
            news.put(new News.NoMore(pulled));
          });
    }

    void fetch(Wire wire) {
      guarded(
          () -> {
            while (true) {
              news.put(new News.Ended(wire.fetch(calls.take())));
            }
          });
    }

    /** Returns when the row of the last call is written; throws what a stage failed with. */
    void write(Delivery delivery) throws IOException, InterruptedException {
      var rows = new Rows();
      var arrived = new ArrayList<News>();
      long end = UNKNOWN;
      for (long written = 0; written < end; ) {
        arrived.add(news.take());
        news.drainTo(arrived);
        int ended = 0;
        for (var one : arrived) {
          switch (one) {
            case News.Ended(var row) -> {
              rows.add(row);
              ended++;
            }
            case News.NoMore(var calls) -> end = calls;
            case News.Broken(var failure) -> throw Failures.raised(failure);
          }
        }
        arrived.clear();
        delivery.accept(rows);
        written += ended;
        tickets.release(ended);
      }
    }

    /** One stage's work. */
    private interface Stage {
      void run() throws InterruptedException;
    }

    private void guarded(Stage stage) {
      try {
        stage.run();
      } catch (InterruptedException writerIsGone) {
        // the stage ends
      } catch (RuntimeException | Error e) {
        var _ = news.offer(new News.Broken(e));
      }
    }
  }
}
