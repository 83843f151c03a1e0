package quintet.locks;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import quintet.workloads.Staff;
import quintet.workloads.tasks.Chunk;
import quintet.workloads.tasks.Intake;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Outcomes;
import quintet.workloads.tasks.Run;
import quintet.workloads.tasks.Seat;
import quintet.workloads.tasks.Supervision;
import quintet.workloads.tasks.Tasks;

/**
 * Threads share a cursor over the tasks and a buffer of results, each behind a lock. The consumer
 * is one of them whenever it would wait for short tasks; for long ones the last thread steps in
 * (see {@link LastPlace}).
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

  private final Staff staff;
  private final Executor threads;

  public LocksTasks(Staff staff) {
    this.staff = staff;
    threads = Shift.lender(staff.threads("locks").factory());
  }

  @Override
  public <T extends @Nullable Object> Outcomes<T> start(Job<T> job) {
    var supervision = Supervision.of(job, staff.workers());
    return new Outcomes<>(
        supervision, new Crew<>(job, staff.workers(), supervision, new Shift(threads)));
  }

  private static final class Crew<T extends @Nullable Object> implements Run<T> {

    private final Supervision supervision;
    private final Intake<T> intake;
    private final SharedIntake<T> cursor;
    private final Results<T> results;
    private final Shift shift;
    private final int last;
    private final LastPlace lastPlace;

    /** The room of what the consumer is handing over. Confined to it. */
    private int handedOver;

    Crew(Job<T> job, int workers, Supervision supervision, Shift shift) {
      this.supervision = supervision;
      this.shift = shift;
      intake = new Intake<>(job, workers, supervision);
      results = new Results<>(job.window(), job.order() == Job.Order.INPUT);
      cursor = new SharedIntake<>(intake, results);
      last = workers - 1;
      lastPlace = new LastPlace(intake.pace(), results, () -> begin(last));
    }

    @Override
    public void begin() {
      for (int i = 0; i < last; i++) {
        begin(i);
      }
      if (last > 0) {
        lastPlace.leaveEmpty();
      } else {
        lastPlace.fill(); // somebody must begin
      }
    }

    private void begin(int number) {
      var seat = supervision.worker(number);
      shift.begin(supervision.guarded("a worker", () -> work(seat, number == last)));
    }

    private void work(Seat seat, boolean standsAside) throws InterruptedException {
      while (true) {
        if (standsAside) {
          results.awaitConsumerNeedsHelp();
        }
        int room = intake.nextRoom();
        results.reserve(room);
        var chunk = cursor.claim(room);
        if (chunk == null) {
          return;
        }
        chunk.runAt(seat);
        results.put(chunk);
      }
    }

    @Override
    public @Nullable Chunk<T> next() throws InterruptedException {
      results.release(handedOver);
      if (intake.pace().isUndecided()) {
        lastPlace.awaitDecision();
      }
      var chunk = helpUntilItIsThere();
      handedOver = chunk == null ? 0 : chunk.room();
      return chunk;
    }

    /**
     * The chunk whose turn it is. Does tasks rather than wait for it, as long as they are short.
     */
    private @Nullable Chunk<T> helpUntilItIsThere() throws InterruptedException {
      var done = results.poll();
      while (done == null && lastPlace.isTheConsumers()) {
        int room = intake.nextRoom();
        var own = results.reserveUnlessNext(room) ? cursor.claim(room) : null;
        if (own == null) {
          break;
        }
        own.runByConsumer();
        results.put(own);
        done = results.poll();
      }
      return done == null ? results.take() : done;
    }

    @Override
    public void close() {
      shift.end();
    }
  }
}
