package quintet.threadpool;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import quintet.workloads.Staff;
import quintet.workloads.catalog.Batch;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.Delivery;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Summary;

/**
 * A task a file, and a task a chunk of a large one, on a pool of threads; the caller joins them in
 * order, and runs tasks itself rather than wait.
 *
 * <pre>
 *   files --cut--> [ task task task task ]  window, in order
 *                     |     |    \
 *                   pool  pool  caller      each runs a task that nobody has begun
 *                     \     |    /
 *                    join in order --> consumer
 * </pre>
 *
 * <p><b>Shared:</b> the tasks. A {@link java.util.concurrent.FutureTask} is run by exactly one of
 * the threads that try, and its {@code get} makes what it wrote visible to the caller
 * (java.util.concurrent, "Memory Consistency Properties"). Each task reads with a file and a buffer
 * of its own. Proofs: {@code TaskRunsOnceProof}, {@code TaskResultProof}.
 *
 * <p><b>Stops</b> by {@code shutdownNow}: running tasks are interrupted, the others never begin,
 * and {@code close} waits for the threads.
 *
 * <p><b>Costs</b> a window of results, and work done twice where a chunk's start was guessed wrong;
 * a stream is read a window ahead before its first result is delivered. <b>Choose it</b> when the
 * input can be cut without reading it: nothing is serial but the join. Source: seed 000,
 * "Processing Multiple Files".
 */
public final class ThreadPoolCatalog implements Catalog {

  private final Staff staff;

  public ThreadPoolCatalog(Staff staff) {
    this.staff = staff;
  }

  @Override
  public <T> Summary run(Job<T> job, Consumer<? super T> consumer)
      throws IOException, InterruptedException {
    var delivery = new Delivery<T>(job, consumer);
    try (var tasks = new ChunkTasks<T>(job);
        var pool = pool()) {
      try {
        var window = new ArrayDeque<ChunkTask<T>>();
        for (fill(window, tasks, job, pool); !window.isEmpty(); fill(window, tasks, job, pool)) {
          var first = window.remove();
          delivery.accept(tasks.verified(first, await(first, window)));
        }
      } finally {
        pool.shutdownNow();
      }
    }
    return delivery.summary();
  }

  /** A fixed pool for both kinds of thread: what matters here is the bound, which is its size. */
  private ExecutorService pool() {
    int helpers = Math.max(1, staff.workers() - 1);
    return Executors.newFixedThreadPool(helpers, staff.threads("threadpool").factory());
  }

  private <T> void fill(
      Queue<ChunkTask<T>> window, ChunkTasks<T> tasks, Job<T> job, ExecutorService pool) {
    while (window.size() < job.window(staff) && tasks.hasNext()) {
      var task = tasks.next();
      window.add(task);
      if (staff.workers() > 1) {
        pool.execute(task);
      }
    }
  }

  /**
   * Returns the first task's result. While another thread has that task, the caller runs others:
   * {@code run} does nothing to a task that has begun.
   */
  private static <T> Batch<T> await(ChunkTask<T> first, Iterable<ChunkTask<T>> others)
      throws InterruptedException {
    first.run();
    for (var other : others) {
      if (first.isDone()) {
        break;
      }
      other.run();
    }
    try {
      return first.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a parser must not throw", e.getCause());
    }
  }
}
