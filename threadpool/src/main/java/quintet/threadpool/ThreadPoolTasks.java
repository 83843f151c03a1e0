package quintet.threadpool;

import org.jspecify.annotations.Nullable;
import quintet.workloads.Staff;
import quintet.workloads.tasks.Chunk;
import quintet.workloads.tasks.Intake;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Outcomes;
import quintet.workloads.tasks.Pace;
import quintet.workloads.tasks.Run;
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
 * <p><b>Shared:</b> the {@link Part}s, through the queues of the {@link HelpedPool} and the {@link
 * Backlog}. All else is the consumer's own: it pulls the source, so it counts what is in flight
 * without a lock. Proof: {@code PartIsDoneOnceProof}.
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

  /** Confined to the consumer. */
  private static final class Parts<T extends @Nullable Object> implements Run<T> {

    private final Job<T> job;
    private final Intake<T> intake;
    private final HelpedPool pool;
    private final Backlog<T> backlog;

    /** The first part: how long it takes decides whether the consumer helps. */
    private @Nullable Part<T> probe;

    private int inFlight;
    private int handedOver;

    Parts(Job<T> job, Staff staff, Supervision supervision) {
      this.job = job;
      intake = new Intake<>(job, staff.workers(), supervision);
      pool = new HelpedPool(staff, supervision, intake.pace().isUndecided());
      backlog = Backlog.in(job.order());
    }

    @Override
    public void begin() {
      if (job.timeout() == null) {
        fill(); // or else a source that waits is asked only where the timeout interrupts it
      }
    }

    private void fill() {
      int room = intake.nextRoom();
      while (inFlight + room <= job.window()) {
        var chunk = intake.next(room);
        if (chunk == null) {
          return;
        }
        inFlight += chunk.room();
        var part = backlog.add(chunk, pool.idleSeats());
        if (probe == null) {
          probe = part;
        }
        pool.execute(part);
        room = intake.nextRoom();
      }
    }

    @Override
    public @Nullable Chunk<T> next() throws InterruptedException {
      inFlight -= handedOver;
      fill();
      if (backlog.isEmpty()) {
        return null;
      }
      if (probe != null && intake.pace().isUndecided()) {
        probe.await(Pace.PATIENCE_NANOS);
      }
      var chunk = helpUntilItIsDone();
      handedOver = chunk.room();
      return chunk;
    }

    /**
     * The chunk whose turn it is. Does tasks rather than wait for it, as long as they are short.
     */
    private Chunk<T> helpUntilItIsDone() throws InterruptedException {
      while (pool.canBeHelped() && intake.pace().consumerHelps()) {
        var chunk = backlog.poll(0);
        if (chunk == null && !pool.askLastToLeave()) {
          chunk = backlog.poll(Pace.PATIENCE_NANOS);
        } else if (chunk == null) {
          var own = pool.take();
          if (own == null) {
            return backlog.take();
          }
          own.runByConsumer();
        }
        if (chunk != null) {
          return chunk;
        }
      }
      pool.giveThePlaceBack();
      return backlog.take();
    }

    @Override
    public void close() {
      pool.close();
    }
  }
}
