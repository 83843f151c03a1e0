package quintet.workloads.tasks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the threads of a run have in common: whether it goes on, and what ended it. Whoever stops
 * the run interrupts everybody who is at work in it.
 *
 * <p>Thread-safe: what changes is volatile. Who stops the run first sets {@code stopped} and then
 * shakes the seats; who begins to work first sits down and then looks at {@code stopped}, so one of
 * the two sees the other (JLS 17.4.4; the store-load pattern of Dekker's algorithm). Proof: {@code
 * StopSeesTheSeatProof}.
 */
public final class Supervision {

  private static final VarHandle CAUSE;

  static {
    try {
      CAUSE =
          MethodHandles.lookup().findVarHandle(Supervision.class, "cause", RuntimeException.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Job<?> job;
  private final long startNanos;
  private final List<Seat> workers;
  private final Seat consumer = new Seat(true);
  private final Seat consumerAtWork;
  private volatile boolean stopped;
  private volatile @Nullable RuntimeException cause;
  private volatile @Nullable Throwable sourceFailure;

  private Supervision(Job<?> job, int workers, boolean consumers) {
    this.job = job;
    startNanos = job.time().nanos();
    var seats = new ArrayList<Seat>();
    for (int i = 0; i < workers; i++) {
      seats.add(new Seat(consumers));
    }
    this.workers = List.copyOf(seats);
    consumerAtWork = consumers && job.taskTimeout() != null ? worker(0) : consumer;
  }

  /** Of a run of the job by so many threads beside the consumer. */
  public static Supervision of(Job<?> job, int workers) {
    return new Supervision(job, workers, false);
  }

  /** Of a run of the job by the consumer alone. */
  public static Supervision ofConsumerAlone(Job<?> job) {
    return new Supervision(job, 1, true);
  }

  /** The seat of a worker, counted from 0. */
  public Seat worker(int number) {
    return workers.get(number);
  }

  /** The seat of the thread that asks for the outcomes. */
  public Seat consumer() {
    return consumer;
  }

  /** Where the consumer does tasks: alone, in a seat that timeouts shake, if there are any. */
  Seat consumerAtWork() {
    return consumerAtWork;
  }

  /** Whether no task may begin any more. */
  public boolean stopped() {
    return stopped;
  }

  /** What ended the run; null if it goes on, or was closed. */
  @Nullable RuntimeException cause() {
    return cause;
  }

  /** Ends the run. */
  public void stop() {
    stopped = true;
    consumer.shake();
    workers.forEach(Seat::shake);
  }

  /**
   * Ends the run because of this, which its consumer gets to see.
   *
   * @return false if something else did before
   */
  public boolean stopBecause(RuntimeException why) {
    boolean first = CAUSE.compareAndSet(this, null, why);
    stop();
    return first;
  }

  /** What a thread of a model does in a run. It ends when it is interrupted. */
  @FunctionalInterface
  public interface Work {
    void run() throws InterruptedException;
  }

  /**
   * The work as a thread can do it. An interrupt means that the run is over. No other exception is
   * expected; but one ends the run, so that the consumer does not wait for ever.
   *
   * @param who failed then, for the message
   */
  public Runnable guarded(String who, Work work) {
    return () -> {
      try {
        work.run();
      } catch (InterruptedException runIsOver) {
        // the thread's work ends
      } catch (Throwable e) {
        stopBecause(new IllegalStateException(who + " failed", e));
      }
    };
  }

  /** Adds what failed after the first failure. Only when the run is closed. */
  void addLaterFailuresTo(RuntimeException first) {
    workers.forEach(seat -> addLaterFailureOf(seat, first));
    addLaterFailureOf(consumer, first); // who may have helped
  }

  private static void addLaterFailureOf(Seat seat, RuntimeException first) {
    var later = seat.laterFailure();
    if (later != null) {
      first.addSuppressed(later);
    }
  }

  /** The source threw this: there are no more tasks, but the run goes on to its end. */
  void sourceFailed(Throwable failure) {
    sourceFailure = failure;
  }

  @Nullable Throwable sourceFailure() {
    return sourceFailure;
  }

  // ---- timeouts

  /** What a task throws that was over its timeout. */
  TimedOutException taskOverdue() {
    var limit = job.taskTimeout();
    return new TimedOutException("the task", limit == null ? Duration.ZERO : limit);
  }

  Job<?> job() {
    return job;
  }

  /** When a task that begins now must have ended. */
  long taskDeadline() {
    var limit = job.taskTimeout();
    return limit == null ? Seat.FOREVER : job.time().nanos() + limit.toNanos();
  }

  /**
   * Interrupts the tasks that are over their timeouts, and ends the run when it is over its own.
   * Returns when the run is stopped, or the thread interrupted.
   *
   * <p>Nothing can become due during a sleep: what begins then has a whole timeout before it.
   */
  void watch() {
    try {
      while (!stopped) {
        long now = job.time().nanos();
        long wait = Long.MAX_VALUE;
        if (job.timeout() != null) {
          long left = job.timeout().toNanos() - (now - startNanos);
          if (left <= 0) {
            stopBecause(new TimedOutException("the run", job.timeout()));
            return;
          }
          wait = left;
        }
        if (job.taskTimeout() != null) {
          wait = Math.min(wait, Math.min(job.taskTimeout().toNanos(), shakeOverdue(now)));
        }
        job.time().sleep(Duration.ofNanos(wait));
      }
    } catch (InterruptedException runIsOver) {
      // the watch ends
    }
  }

  /** Returns how long it is until the next deadline. */
  private long shakeOverdue(long now) {
    long next = Long.MAX_VALUE;
    for (var seat : workers) {
      long deadline = seat.deadline();
      if (deadline != Seat.FOREVER) {
        long left = deadline - now;
        if (left <= 0) {
          seat.shake(deadline);
        } else {
          next = Math.min(next, left);
        }
      }
    }
    return next;
  }
}
