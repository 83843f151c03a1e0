package quintet.locks;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
 * Threads share a cursor over the tasks and a buffer of results, each behind a lock. The consumer
 * is one of them whenever it would wait for short tasks; for long ones the last thread steps in.
 *
 * <pre>
 *   thread 1..n:  reserve room -> claim chunk -> do it -> put --+
 *   consumer:     (the same, without waiting for room)          |
 *        ^                                                      v
 *        +-- hand over <-- take, in order or as it comes <-- [ results ]
 * </pre>
 *
 * <p><b>Shared:</b> the {@link SharedIntake} and the {@link Results}; an unlock happens-before the
 * next lock of the same lock (JLS 17.4.5). A chunk is confined to who claimed it until it is put.
 * No thread ever holds both locks, so there is no order to get wrong. Proofs: {@code
 * SharedIntakeClaimProof}, {@code ResultsOrderProof}, {@code ResultsEndProof}, {@code
 * ResultsRoomProof}.
 *
 * <p><b>Stops</b> by an interrupt: every wait for room, a chunk or a result is interruptible. The
 * threads of a run are a {@link Shift}; they are kept for a moment, for the next one.
 *
 * <p><b>Costs</b> four locks a chunk, held briefly; but the source's for as long as the source
 * takes. <b>Choose it</b> when tasks are many and short: nothing is handed to a thread, each helps
 * itself. Source: seed 004, "Streaming"; the cursor instead of a queue of futures is ours.
 */
public final class LocksTasks implements Tasks {

  /** From one run to the next: a thread costs as much as a hundred tasks of a microsecond. */
  private static final long KEPT_MILLIS = 50;

  /** As long as it takes to wake a thread, and to be woken by it. */
  private static final long SPIN_NANOS = 150_000;

  private final Staff staff;
  private final Executor threads;

  public LocksTasks(Staff staff) {
    this.staff = staff;
    threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE, // each run has threads of its own, or nested runs could starve
            KEPT_MILLIS,
            TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(),
            staff.threads("locks").factory());
  }

  @Override
  public <T extends @Nullable Object> Outcomes<T> start(Job<T> job) {
    var supervision = Supervision.of(job, staff.workers());
    return new Outcomes<>(supervision, new Crew<>(job, staff, supervision, new Shift(threads)));
  }

  private static final class Crew<T extends @Nullable Object> implements Run<T> {

    private final Supervision supervision;
    private final Intake<T> intake;
    private final SharedIntake<T> cursor;
    private final Results<T> results;
    private final Shift shift;

    /** The number of the last thread, which is not needed if the consumer helps. */
    private final int last;

    /** Confined to the consumer, as is the one below. */
    private boolean lastHasBegun;

    /** The room of what the consumer is handing over. */
    private int handedOver;

    Crew(Job<T> job, Staff staff, Supervision supervision, Shift shift) {
      this.shift = shift;
      this.supervision = supervision;
      intake = new Intake<>(job, staff.workers(), supervision);
      cursor = new SharedIntake<>(intake);
      results = new Results<>(job.window(), job.order() == Job.Order.INPUT);
      last = staff.workers() - 1;
    }

    @Override
    public void begin() {
      for (int i = 0; i < last; i++) {
        begin(i);
      }
      if (last > 0 && intake.pace().isUndecided()) {
        results.setAside(true);
      } else {
        beginLast();
      }
    }

    private void begin(int number) {
      var seat = supervision.worker(number);
      shift.begin(() -> work(seat, number == last));
    }

    private void beginLast() {
      lastHasBegun = true;
      results.setAside(false);
      begin(last);
    }

    private void work(Seat seat, boolean stepsIn) {
      try {
        boolean more = true;
        while (more) {
          if (stepsIn) {
            results.awaitConsumerNeedsHelp();
          }
          int room = intake.nextRoom();
          results.reserve(room);
          more = workOnOne(room, seat);
        }
      } catch (InterruptedException runIsOver) {
        // the thread ends
      } catch (Throwable e) { // none is expected; but the consumer must not wait for ever
        supervision.stopBecause(new IllegalStateException("a worker failed", e));
      }
    }

    /** Call only with so much room reserved. Returns false at the end of the source. */
    private boolean workOnOne(int room, Seat seat) throws InterruptedException {
      var chunk = cursor.claim(room);
      if (chunk == null) {
        results.end();
        results.release(room);
        return false;
      }
      if (chunk.room() < room) {
        results.release(room - chunk.room());
      }
      chunk.runAt(seat);
      results.put(chunk);
      return true;
    }

    @Override
    public @Nullable Chunk<T> next() throws InterruptedException {
      results.release(handedOver);
      if (intake.pace().isUndecided()) {
        awaitDecision();
      }
      var chunk = helpUntilItIsThere();
      handedOver = chunk == null ? 0 : chunk.room();
      return chunk;
    }

    /** Does not sleep at first: short tasks are known sooner than a sleeper is awake. */
    private void awaitDecision() throws InterruptedException {
      long begun = System.nanoTime();
      while (intake.pace().isUndecided() && System.nanoTime() - begun < SPIN_NANOS) {
        Thread.onSpinWait(); // awake on its core, so that the scheduler starts the others elsewhere
      }
      if (intake.pace().isUndecided()) {
        results.awaitNext(Pace.PATIENCE_NANOS);
      }
    }

    /**
     * The chunk whose turn it is. Does tasks rather than wait for it, as long as they are short.
     */
    private @Nullable Chunk<T> helpUntilItIsThere() throws InterruptedException {
      boolean mayBeMore = true;
      while (true) {
        var chunk = results.poll();
        if (chunk != null) {
          return chunk;
        }
        boolean helps = intake.pace().consumerHelps();
        if (!helps && !lastHasBegun) {
          beginLast();
        }
        results.consumerHelps(helps);
        int room = intake.nextRoom();
        if (!helps || !mayBeMore || !results.reserveUnlessNext(room)) {
          return results.take();
        }
        mayBeMore = workOnOne(room, supervision.consumer());
        if (Thread.interrupted()) {
          throw new InterruptedException("interrupted in a task");
        }
      }
    }

    @Override
    public void close() {
      shift.end();
    }
  }
}
