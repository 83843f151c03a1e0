package quintet.workloads.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Seat;
import quintet.workloads.tasks.Supervision;
import quintet.workloads.tasks.Task;

/**
 * Claim: who shakes a seat because of a deadline interrupts the sitting with that deadline, or
 * nobody: not the thread that has got up, and not its next sitting.
 *
 * <p>A thread sits down twice, with two deadlines; another shakes the seat because of the first.
 * The result is whether the first sitting was shaken, whether the shaker says so, and whether
 * anything else was interrupted: the thread after it got up, or the second sitting, which lasts
 * until the shaker has done.
 */
@Proof(
    claim = "a deadline interrupts the sitting that has it, and nobody who got up",
    twin = {
      SeatShakesOnlyTheSitterProof.CheckedThenInterrupted.class,
      SeatShakesOnlyTheSitterProof.WithoutDeadline.class
    },
    minimumSamples = 1_000)
@JCStressTest
@Outcome(id = "0, 0, 0", expect = ACCEPTABLE, desc = "The shaker came too early, or too late.")
@Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "The first sitting was shaken.")
@Outcome(expect = FORBIDDEN, desc = "Another was hit, or the shaker and the sitter disagree.")
@State
public class SeatShakesOnlyTheSitterProof {

  private static final long FIRST_DEADLINE = 1;
  private static final long SECOND_DEADLINE = 2;

  private final Seat seat = Supervision.of(Job.of(List.<Task<Integer>>of()), 1).worker(0);
  private final AtomicBoolean shakerIsDone = new AtomicBoolean();

  @Actor
  public void sitter(III_Result r) {
    seat.sit(FIRST_DEADLINE);
    r.r1 = asDigit(seat.getUp());
    seat.sit(SECOND_DEADLINE);
    boolean interrupted = isInterruptedAfter(shakerIsDone);
    boolean secondIsShaken = seat.getUp();
    r.r3 = asDigit(interrupted || secondIsShaken);
  }

  @Actor
  public void shaker(III_Result r) {
    r.r2 = asDigit(seat.shake(FIRST_DEADLINE));
    shakerIsDone.set(true);
  }

  private static int asDigit(boolean isSo) {
    return isSo ? 1 : 0;
  }

  /** Clears the interrupt, which has no business in the harness. */
  private static boolean isInterruptedAfter(AtomicBoolean isDone) {
    while (!isDone.get()) {
      Thread.onSpinWait();
    }
    return Thread.interrupted();
  }

  /** The shaker looks who sits there, and then interrupts him, who may have got up. */
  @Twin(without = "the hand-shake: it checks, and then interrupts")
  @JCStressTest
  @Outcome(
      id = {"0, 0, 0", "1, 1, 0"},
      expect = ACCEPTABLE,
      desc = "Nobody, or the first sitting: the schedule was kind.")
  @Outcome(
      id = {"0, 1, 1", "1, 1, 1"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "The thread was hit after it had got up.")
  @Outcome(expect = FORBIDDEN, desc = "Something else.")
  @State
  public static class CheckedThenInterrupted {

    private final AtomicBoolean shakerIsDone = new AtomicBoolean();
    private volatile @Nullable Thread sitter;

    @Actor
    public void sitter(III_Result r) {
      sitter = Thread.currentThread();
      sitter = null;
      r.r1 = asDigit(Thread.interrupted());
      r.r3 = asDigit(isInterruptedAfter(shakerIsDone));
    }

    @Actor
    public void shaker(III_Result r) {
      var found = sitter;
      if (found != null) {
        found.interrupt();
        r.r2 = 1;
      }
      shakerIsDone.set(true);
    }
  }

  /**
   * The shaker shakes whoever sits there, since the state has no deadline: it has read that the
   * first sitting is overdue, and hits the second.
   */
  @Twin(without = "the deadline in the state")
  @JCStressTest
  @Outcome(
      id = {"0, 0, 0", "1, 1, 0"},
      expect = ACCEPTABLE,
      desc = "Nobody, or the first sitting: the schedule was kind.")
  @Outcome(id = "0, 1, 1", expect = ACCEPTABLE_INTERESTING, desc = "The second sitting was shaken.")
  @Outcome(expect = FORBIDDEN, desc = "Something else.")
  @State
  public static class WithoutDeadline {

    private final Seat seat = Supervision.of(Job.of(List.<Task<Integer>>of()), 1).worker(0);
    private final AtomicBoolean shakerIsDone = new AtomicBoolean();
    private volatile long deadline = Long.MAX_VALUE;

    @Actor
    public void sitter(III_Result r) {
      deadline = FIRST_DEADLINE;
      seat.sit(Long.MAX_VALUE);
      r.r1 = asDigit(seat.getUp());
      deadline = SECOND_DEADLINE;
      seat.sit(Long.MAX_VALUE);
      boolean interrupted = isInterruptedAfter(shakerIsDone);
      boolean secondIsShaken = seat.getUp();
      r.r3 = asDigit(interrupted || secondIsShaken);
    }

    @Actor
    public void shaker(III_Result r) {
      boolean isOverdue = deadline == FIRST_DEADLINE;
      r.r2 = asDigit(isOverdue && seat.shake(Long.MAX_VALUE));
      shakerIsDone.set(true);
    }
  }
}
