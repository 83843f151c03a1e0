package quintet.threadpool;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
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
 * A task a URL, on a pool of threads that wait for the servers; a feeder hands out the tasks, and
 * the caller writes the rows, as they complete.
 *
 * <pre>
 *   feeder --submit--> [ task task task ... ]   window
 *     ^                   |    |    |
 *     |                 thread ... thread       at most limit: pool size, or permits
 *    room                      |
 *     +-------- caller <-------+ as completed   --> sheet
 * </pre>
 *
 * <p>A source may wait, so it has a thread of its own: rows that are known are written meanwhile.
 * The feeder is a task as well, and completes in the same queue: so its failure ends the run at
 * once. The run is over when the feeder is, and all its room in the window is free again.
 *
 * <p>Platform threads are dear, so there are as many as calls in flight, and the pool's size is the
 * limit. Virtual threads are cheap, so each task has one, and permits are the limit (JEP 444: "Do
 * not pool virtual threads").
 *
 * <p><b>Shared:</b> the room, the permits and the queue of completed tasks; a call is confined to
 * its task, and what a task did happens-before its future's {@code get} (java.util.concurrent,
 * "Memory Consistency Properties"). The source is the feeder's alone, the sheet the caller's. No
 * proof: all that is shared is the JDK's, and it documents the edges; how it is put together does
 * not depend on a race. The feeder gives back its own room before it completes, so who has taken
 * its result knows how much is missing. The contract's tests hold the calls in flight against the
 * server's own count and the URLs pulled against the rows written; without a permit, the window's
 * bound or the write before the room, some of them fail (the mutations).
 *
 * <p><b>Stops</b> by {@code shutdownNow}, the feeder first: calls and pauses heed the interrupt,
 * the others never begin, and {@code close} waits for the threads.
 *
 * <p><b>Costs</b> a thread for each call, waiting: a stack, of kilobytes if it is virtual; and one
 * for the source. A call that pauses before its next try keeps its thread and its permit. <b>Choose
 * it</b> first, with virtual threads: it reads like the loop that it replaces. Source: seed 001,
 * "Parallel API requests inside an indexer"; seed 003, {@code run_threaded}.
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
    var feeders = staff.threads("threadpool-feeder").factory();
    var calls = new Calls(job);
    try (var io = Executors.newThreadPerTaskExecutor(network);
        var wire = new Wire(job, Wire.client().executor(io).build());
        var pool = pool(job.limit());
        var feeder = Executors.newSingleThreadExecutor(feeders)) {
      try {
        var room = new Semaphore(job.window());
        // bounded by the room: a task for each of it, and the feeder. A bound of its own would
        // block or refuse whoever completes a task
        var completed = new LinkedBlockingQueue<Future<@Nullable Row>>();
        var tasks = new ExecutorCompletionService<@Nullable Row>(pool, completed);
        var _ =
            new ExecutorCompletionService<@Nullable Row>(feeder, completed)
                .submit(() -> feed(job, calls, wire, room, tasks));
        return harvest(job, calls, room, completed);
      } finally {
        feeder.shutdownNow();
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

  private static Summary harvest(
      Job job, Calls calls, Semaphore room, BlockingQueue<Future<@Nullable Row>> completed)
      throws IOException, InterruptedException {
    var delivery = new Delivery(job);
    var rows = new Rows();
    boolean sourceHasEnded = false;
    while (!sourceHasEnded || room.availablePermits() < job.window()) {
      int ended = 0;
      var task = completed.take();
      for (@Nullable Future<@Nullable Row> next = task; next != null; next = completed.poll()) {
        var row = result(next);
        if (row == null) {
          sourceHasEnded = true;
        } else {
          rows.add(row);
          ended++;
        }
      }
      delivery.accept(rows);
      room.release(ended);
    }
    return delivery.summary(calls.skipped());
  }

  /** The feeder's task: hands out the others, within the window. Its own result is no row. */
  private static @Nullable Row feed(
      Job job, Calls calls, Wire wire, Semaphore room, CompletionService<@Nullable Row> tasks)
      throws InterruptedException {
    var permits = new Semaphore(job.limit());
    room.acquire();
    for (var call = calls.next(); call != null; call = calls.next()) {
      var toMake = call;
      var _ = tasks.submit(permitted(permits, () -> wire.fetch(toMake)));
      room.acquire();
    }
    room.release();
    return null;
  }

  private static Callable<@Nullable Row> permitted(Semaphore permits, Callable<Row> work) {
    return () -> {
      permits.acquire();
      try {
        return work.call();
      } finally {
        permits.release();
      }
    };
  }

  private static @Nullable Row result(Future<@Nullable Row> task)
      throws IOException, InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw Failures.raised(e.getCause());
    }
  }
}
