package quintet.threadpool;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import quintet.workloads.Staff;
import quintet.workloads.tasks.Chunk;
import quintet.workloads.tasks.Intake;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Outcomes;
import quintet.workloads.tasks.Pace;
import quintet.workloads.tasks.Run;
import quintet.workloads.tasks.Seat;
import quintet.workloads.tasks.Supervision;
import quintet.workloads.tasks.Tasks;

/**
 * A future for each chunk of tasks, on a pool of threads; the consumer joins them in order, or
 * takes them from a completion queue.
 *
 * <pre>
 *   consumer --pull--> [ part part part part ]  the pool's queue, within the window
 *                         |     |    \
 *                       pool  pool  consumer    rather than wait for short tasks
 *                         \     |    /
 *          join in order, or take from the completion queue --> hand over
 * </pre>
 *
 * <p><b>Shared:</b> the {@link Part}s, through the pool's queue. All else is the consumer's own: it
 * pulls the source, so it counts what is in flight without a lock. Proof: {@code
 * PartIsDoneOnceProof}.
 *
 * <p><b>Stops</b> by {@code shutdownNow}: running tasks are interrupted, the others never begin,
 * and {@code close} waits for the threads.
 *
 * <p><b>Costs</b> a future and a hop through a queue a chunk; and since only the consumer pulls, a
 * source that waits keeps it from what is done, and nothing is pulled while it is away. <b>Choose
 * it</b> when there is a collection of tasks: it is the form that everybody can read. Source: seed
 * 004, on {@code concurrent.futures}; seed 003, "Thread Pool".
 */
public final class ThreadPoolTasks implements Tasks {

  private final Staff staff;

  public ThreadPoolTasks(Staff staff) {
    this.staff = staff;
  }

  @Override
  public <T extends @Nullable Object> Outcomes<T> start(Job<T> job) {
    var supervision = Supervision.of(job, staff.workers());
    return new Outcomes<>(supervision, new Parts<>(job, staff, supervision));
  }

  /** Confined to the consumer, but for the queues. */
  private static final class Parts<T extends @Nullable Object> implements Run<T> {

    private final Supervision supervision;
    private final Intake<T> intake;
    private final int workers;
    private final int window;
    private final boolean pullsAtOnce;
    private final Queue<Seat> idleSeats = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final ThreadPoolExecutor pool;

    /** In the order of the source; null if that does not matter. */
    private final @Nullable Queue<Part<T>> pending;

    private final BlockingQueue<Part<T>> completed = new LinkedBlockingQueue<>();

    /** The first part: how long it takes decides whether the consumer helps. */
    private @Nullable Part<T> probe;

    private int parts;
    private int inFlight;
    private int handedOver;

    Parts(Job<T> job, Staff staff, Supervision supervision) {
      this.supervision = supervision;
      workers = staff.workers();
      window = job.window();
      intake = new Intake<>(job, workers, supervision);
      pending = job.order() == Job.Order.INPUT ? new ArrayDeque<>() : null;
      for (int i = 0; i < workers; i++) {
        idleSeats.add(supervision.worker(i));
      }
      var threads = staff.threads("threadpool").factory();
      int first = intake.pace().isUndecided() ? withoutTheLast() : workers;
      pool = new ThreadPoolExecutor(first, first, 0, TimeUnit.SECONDS, queue, threads);
      pullsAtOnce = job.timeout() == null;
    }

    @Override
    public void begin() {
      if (pullsAtOnce) {
        fill(); // or else a source that waits is asked only where the timeout interrupts it
      }
    }

    private void fill() {
      int room = intake.nextRoom();
      while (inFlight + room <= window) {
        var chunk = intake.next(room);
        if (chunk == null) {
          return;
        }
        parts++;
        inFlight += chunk.room();
        var part = new Part<>(chunk, idleSeats, pending == null ? completed : null);
        if (probe == null) {
          probe = part;
        }
        if (pending != null) {
          pending.add(part);
        }
        pool.execute(part);
        room = intake.nextRoom();
      }
    }

    @Override
    public @Nullable Chunk<T> next() throws InterruptedException {
      inFlight -= handedOver;
      handedOver = 0;
      fill();
      if (parts == 0) {
        return null;
      }
      awaitProbe();
      var chunk = join(intake.pace().consumerHelps() ? help() : await());
      parts--;
      handedOver = chunk.room();
      return chunk;
    }

    private void awaitProbe() throws InterruptedException {
      if (probe != null && intake.pace().isUndecided()) {
        try {
          probe.get(Pace.PATIENCE_NANOS, TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
          // its tasks are no short ones, or who joins it will see why it failed
        }
      }
    }

    /** The part whose turn it is. Does others rather than wait for it, in a thread's place. */
    private Part<T> help() throws InterruptedException {
      resize(withoutTheLast());
      if (pool.getPoolSize() == workers) {
        return await(); // the thread has not left its place yet
      }
      for (var part = poll(); ; part = poll()) {
        if (part != null) {
          return part;
        }
        var own = (Part<?>) queue.poll();
        if (own == null) {
          return await();
        }
        own.runAt(supervision.consumer());
        if (Thread.interrupted()) {
          throw new InterruptedException("interrupted in a task");
        }
      }
    }

    /**
     * So many threads, if the consumer does the last one's work; but the only one is always there.
     */
    private int withoutTheLast() {
      return Math.max(1, workers - 1);
    }

    /** A consumer that does tasks takes the place of a thread. */
    private void resize(int threads) {
      if (pool.getMaximumPoolSize() > threads) {
        pool.setCorePoolSize(threads);
        pool.setMaximumPoolSize(threads);
      } else if (pool.getMaximumPoolSize() < threads) {
        pool.setMaximumPoolSize(threads);
        pool.setCorePoolSize(threads);
      }
    }

    /** The part whose turn it is, or null if it is not done. */
    private @Nullable Part<T> poll() {
      if (pending == null) {
        return completed.poll();
      }
      return pending.element().isDone() ? pending.remove() : null;
    }

    private Part<T> await() throws InterruptedException {
      if (!intake.pace().consumerHelps()) {
        resize(workers);
      }
      return pending == null ? completed.take() : pending.remove();
    }

    private static <T extends @Nullable Object> Chunk<T> join(Part<T> part)
        throws InterruptedException {
      try {
        return part.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a chunk must not throw", e.getCause());
      }
    }

    @Override
    public void close() {
      pool.shutdownNow();
      pool.close();
    }
  }
}
