package quintet.threadpool;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import quintet.workloads.Failures;
import quintet.workloads.Staff;
import quintet.workloads.harvest.Calls;
import quintet.workloads.harvest.Delivery;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Row;
import quintet.workloads.harvest.Rows;
import quintet.workloads.harvest.Summary;
import quintet.workloads.harvest.Wire;

/**
 * A task a URL, on a pool of threads that wait for the servers; the caller hands out the tasks and
 * writes the rows, as they complete.
 *
 * <pre>
 *   caller --submit--> [ task task task ... ]   window
 *     ^                   |    |    |
 *     |                 thread ... thread       at most limit: pool size, or permits
 *     +------ rows, as completed -+             --> sheet
 * </pre>
 *
 * <p>Platform threads are dear, so there are as many as calls in flight, and the pool's size is the
 * limit. Virtual threads are cheap, so each task has one, and permits are the limit (JEP 444: "Do
 * not pool virtual threads").
 *
 * <p><b>Shared:</b> the permits and the queue of completed tasks; a call is confined to its task,
 * and what a task did happens-before its future's {@code get} (java.util.concurrent, "Memory
 * Consistency Properties"). The source and the sheet are the caller's alone. All that is shared is
 * the JDK's; the contract's tests hold the number of calls in flight against the server's own
 * count.
 *
 * <p><b>Stops</b> by {@code shutdownNow}: calls and pauses heed the interrupt, the others never
 * begin, and {@code close} waits for the threads.
 *
 * <p><b>Costs</b> a thread for each call, waiting: a stack, of kilobytes if it is virtual. A call
 * that pauses before its next try keeps its thread and its permit. <b>Choose it</b> first, with
 * virtual threads: it reads like the loop that it replaces. Source: seed 001, "Parallel API
 * requests inside an indexer"; seed 003, {@code run_threaded}.
 */
public final class ThreadPoolHarvest implements Harvest {

  private final Staff staff;

  /**
   * @param staff of which kind the threads are; their number is the job's limit
   */
  public ThreadPoolHarvest(Staff staff) {
    this.staff = staff;
  }

  @Override
  public Summary run(Job job) throws IOException, InterruptedException {
    var network = Thread.ofVirtual().name("quintet-threadpool-http-", 0).factory();
    var calls = new Calls(job);
    try (var io = Executors.newThreadPerTaskExecutor(network);
        var wire = new Wire(job, Wire.client().executor(io).build());
        var pool = pool(job.limit())) {
      try {
        return harvest(job, calls, wire, new ExecutorCompletionService<>(pool));
      } finally {
        pool.shutdownNow();
      }
    }
  }

  private ExecutorService pool(int limit) {
    var threads = staff.threads("threadpool").factory();
    return switch (staff.kind()) {
      case PLATFORM -> Executors.newFixedThreadPool(limit, threads);
      case VIRTUAL -> Executors.newThreadPerTaskExecutor(threads);
    };
  }

  private static Summary harvest(Job job, Calls calls, Wire wire, CompletionService<Row> tasks)
      throws IOException, InterruptedException {
    var delivery = new Delivery(job);
    var permits = new Semaphore(job.limit());
    var rows = new Rows();
    int open = submit(job.window(), calls, wire, permits, tasks);
    while (open > 0) {
      int ended = 0;
      Future<Row> task = tasks.take();
      for (@Nullable Future<Row> next = task; next != null; next = tasks.poll()) {
        rows.add(result(next));
        ended++;
      }
      delivery.accept(rows);
      open += submit(ended, calls, wire, permits, tasks) - ended;
    }
    return delivery.summary(calls.skipped());
  }

  /** Returns how many there were. */
  private static int submit(
      int most, Calls calls, Wire wire, Semaphore permits, CompletionService<Row> tasks) {
    for (int submitted = 0; submitted < most; submitted++) {
      var call = calls.next();
      if (call == null) {
        return submitted;
      }
      var _ = tasks.submit(permitted(permits, () -> wire.fetch(call)));
    }
    return most;
  }

  private static Callable<Row> permitted(Semaphore permits, Callable<Row> work) {
    return () -> {
      permits.acquire();
      try {
        return work.call();
      } finally {
        permits.release();
      }
    };
  }

  private static Row result(Future<Row> task) throws IOException, InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw Failures.raised(e.getCause());
    }
  }
}
