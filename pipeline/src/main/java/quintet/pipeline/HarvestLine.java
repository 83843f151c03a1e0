package quintet.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import quintet.workloads.Failures;
import quintet.workloads.harvest.Call;
import quintet.workloads.harvest.Calls;
import quintet.workloads.harvest.Delivery;
import quintet.workloads.harvest.Row;
import quintet.workloads.harvest.Rows;

/**
 * The queues of one run of {@link PipelineHarvest}, and what its stages do with them.
 *
 * <p>A ticket is one place in the window: the source takes one before it pulls, and the writer
 * gives it back when the row is written, so neither queue is ever full. The end of the source may
 * overtake the last rows, since fetchers take their time; so it says how many calls there were, and
 * the writer counts. Thread-safe: one thread pulls, one writes, any number fetch. Proof: {@code
 * HarvestEndProof}.
 */
public final class HarvestLine {

  /** How a call becomes its row. */
  public interface Fetch {
    Row fetch(Call call) throws InterruptedException;
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

  private interface Stage {
    void run() throws InterruptedException;
  }

  private static final long UNKNOWN = Long.MAX_VALUE;

  private final Semaphore tickets;
  private final BlockingQueue<Call> calls;
  private final BlockingQueue<News> news;

  public HarvestLine(int window) {
    tickets = new Semaphore(window);
    calls = new ArrayBlockingQueue<>(window);
    news = new ArrayBlockingQueue<>(window + 1); // the end, or a failure, has a place as well
  }

  /** Pulls all calls of the source. */
  public void pull(Calls source) {
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

  /** Fetches until it is interrupted. */
  void fetch(Fetch fetch) {
    guarded(
        () -> {
          while (true) {
            fetchNext(fetch);
          }
        });
  }

  /** Makes one call. */
  public void fetchNext(Fetch fetch) throws InterruptedException {
    news.put(new News.Ended(fetch.fetch(calls.take())));
  }

  /** Returns when the row of the last call is written; throws what a stage failed with. */
  public void write(Delivery delivery) throws IOException, InterruptedException {
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
          case News.NoMore(var count) -> end = count;
          case News.Broken(var failure) -> throw Failures.raised(failure);
        }
      }
      arrived.clear();
      delivery.accept(rows);
      written += ended;
      tickets.release(ended);
    }
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
