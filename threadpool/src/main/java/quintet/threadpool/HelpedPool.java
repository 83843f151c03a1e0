package quintet.threadpool;

import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import quintet.workloads.Staff;
import quintet.workloads.tasks.Seat;
import quintet.workloads.tasks.Supervision;

/**
 * A pool of threads whose consumer may do parts itself, in the place of the last thread: the pool
 * has a thread less meanwhile. The only thread of a pool keeps its place.
 *
 * <pre>
 *   execute --> [ part part part ] --> thread 1 .. n-1
 *                               \----> thread n, or the consumer
 * </pre>
 *
 * <p>Confined to the consumer, but for the two queues, which the threads take from.
 */
final class HelpedPool implements AutoCloseable {

  private final int workers;
  private final Queue<Seat> idleSeats = new ConcurrentLinkedQueue<>();

  /** Has no capacity: the window bounds how many parts there are. */
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

  private final ThreadPoolExecutor pool;

  /**
   * @param helped whether the consumer may be about to help: the last thread is not begun then
   */
  HelpedPool(Staff staff, Supervision supervision, boolean helped) {
    workers = staff.workers();
    for (int i = 0; i < workers; i++) {
      idleSeats.add(supervision.worker(i));
    }
    int threads = helped ? withoutTheLast() : workers;
    var factory = staff.threads("threadpool").factory();
    pool = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, queue, factory);
  }

  /** One for each thread that is not at work. */
  Queue<Seat> idleSeats() {
    return idleSeats;
  }

  void execute(Part<?> part) {
    pool.execute(part);
  }

  /** Whether there is a place that the consumer may take: the only thread keeps its own. */
  boolean canBeHelped() {
    return workers > 1;
  }

  /**
   * Asks the last thread to leave its place, as it does after the part that it is at. Returns
   * whether it has: only then may the consumer do parts.
   */
  boolean askLastToLeave() {
    resize(withoutTheLast());
    return pool.getPoolSize() < workers;
  }

  /** Takes a part for the consumer to do; null if none is left to begin. */
  @Nullable Part<?> take() {
    return (Part<?>) queue.poll();
  }

  /** The consumer does no parts for now: the last thread has its place again. */
  void giveThePlaceBack() {
    resize(workers);
  }

  private int withoutTheLast() {
    return Math.max(1, workers - 1);
  }

  private void resize(int threads) {
    if (pool.getMaximumPoolSize() > threads) {
      pool.setCorePoolSize(threads);
      pool.setMaximumPoolSize(threads);
    } else if (pool.getMaximumPoolSize() < threads) {
      pool.setMaximumPoolSize(threads);
      pool.setCorePoolSize(threads);
    }
  }

  /** Interrupts the threads, drops what they have not begun, and waits until they have ended. */
  @Override
  public void close() {
    pool.shutdownNow();
    pool.close();
  }
}
