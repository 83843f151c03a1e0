package quintet.locks;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.workloads.Failures;
import quintet.workloads.Staff;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Rows;
import quintet.workloads.harvest.Summary;
import quintet.workloads.harvest.Wire;

/**
 * Threads share one source and one CSV, each behind a lock; the caller waits for them.
 *
 * <pre>
 *               +--lock--+                                      +--lock--+
 *   thread 1..  | source | --> fetch, again --> format the row  |  CSV   |
 *   limit       +--------+     (no lock)        (no lock)       +--------+
 *      ^                                                            |
 *      +------------------------------------------------------------+
 * </pre>
 *
 * <p><b>Shared:</b> the {@link SharedCalls} and the {@link SharedSheet}; an unlock happens-before
 * the next lock of the same lock (JLS 17.4.5). A call, its row and its text are confined to their
 * thread. No lock is held while a thread waits for a server, and no thread holds both, so there is
 * no order to get wrong. Proofs: {@code SharedCallsProof}, {@code SharedSheetProof}; {@code
 * LocksHarvestTest} watches the locks during calls.
 *
 * <p><b>Stops</b> by an interrupt: calls, pauses and waits for a lock heed it. The first thread
 * that fails ends the run, and the others with it.
 *
 * <p><b>Costs</b> a thread for each call, and the time of a write for all who have a row. A call
 * that pauses before its next try keeps its thread. <b>Choose it</b> when little is shared and for
 * a short time: each row is in the file as soon as it is known, with nobody in between. What is
 * behind the lock must stay small: formatting there would make the threads take turns at it. A lock
 * for each row is enough for calls; the benchmark's lessons "csv" have what is faster with more
 * rows. Source: seed 001, "Thread-safe CSV writing".
 */
public final class LocksHarvest implements Harvest {

  private final Staff staff;
  private final Supplier<ReentrantLock> locks;

  /**
   * @param staff of which kind the threads are; their number is the job's limit
   */
  public LocksHarvest(Staff staff) {
    this(staff, ReentrantLock::new);
  }

  /** For a test that watches the locks. */
  LocksHarvest(Staff staff, Supplier<ReentrantLock> locks) {
    this.staff = staff;
    this.locks = locks;
  }

  @Override
  public Summary run(Job job) throws IOException, InterruptedException {
    var network = Thread.ofVirtual().name("quintet-locks-http-", 0).factory();
    var threads = staff.threads("locks").factory();
    var calls = new SharedCalls(job, locks.get());
    var sheet = new SharedSheet(job, locks.get());
    try (var io = Executors.newThreadPerTaskExecutor(network);
        var wire = new Wire(job, Wire.client().executor(io).build());
        var crew = Executors.newThreadPerTaskExecutor(threads)) {
      try {
        var work = new ExecutorCompletionService<@Nullable Void>(crew);
        for (int i = 0; i < job.limit(); i++) {
          var _ = work.submit(() -> harvest(calls, wire, sheet));
        }
        for (int i = 0; i < job.limit(); i++) {
          var _ = work.take().get();
        }
      } catch (ExecutionException e) {
        throw Failures.raised(e.getCause());
      } finally {
        crew.shutdownNow();
      }
    }
    return sheet.summary(calls.skipped());
  }

  /** What one thread does, until there is no URL left. */
  private static @Nullable Void harvest(SharedCalls calls, Wire wire, SharedSheet sheet)
      throws IOException, InterruptedException {
    var rows = new Rows();
    for (var call = calls.next(); call != null; call = calls.next()) {
      rows.add(wire.fetch(call));
      sheet.append(rows);
    }
    return null;
  }
}
