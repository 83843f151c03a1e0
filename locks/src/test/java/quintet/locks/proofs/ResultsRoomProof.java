package quintet.locks.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import quintet.locks.Results;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;

/**
 * Claim: never is room reserved for more tasks than the window holds.
 *
 * <p>Two workers reserve the one place of a window, and give it back. The result is how many tasks
 * each has seen in flight. A wake-up that is lost hangs the test.
 */
@Proof(
    claim = "never are more tasks in flight than the window holds",
    twin = ResultsRoomProof.Unlocked.class,
    minimumSamples = 1_000)
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "One after the other.")
@Outcome(expect = FORBIDDEN, desc = "Both were in flight at once.")
@State
public class ResultsRoomProof {

  private final Results<Integer> results = new Results<>(1, true);
  private final AtomicInteger inFlight = new AtomicInteger();

  @Actor
  public void first(II_Result r) {
    r.r1 = seenInFlight();
  }

  @Actor
  public void second(II_Result r) {
    r.r2 = seenInFlight();
  }

  private int seenInFlight() {
    try {
      results.reserve(1);
      int seen = inFlight.incrementAndGet();
      inFlight.decrementAndGet();
      results.release(1);
      return seen;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The room is checked and then taken. Nobody waits here: who finds no room sees nothing. */
  @Twin(without = "the lock around the check and the reservation")
  @JCStressTest
  @Outcome(
      id = {"1, 1", "0, 1", "1, 0"},
      expect = ACCEPTABLE,
      desc = "One after the other, or one alone.")
  @Outcome(
      id = {"2, 2", "1, 2", "2, 1"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "Both were in flight at once.")
  @State
  public static class Unlocked {

    private final AtomicInteger inFlight = new AtomicInteger();
    private int reserved;

    @Actor
    public void first(II_Result r) {
      r.r1 = seenInFlight();
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = seenInFlight();
    }

    private int seenInFlight() {
      if (reserved + 1 > 1) {
        return 0;
      }
      reserved++;
      int seen = inFlight.incrementAndGet();
      inFlight.decrementAndGet();
      reserved--;
      return seen;
    }
  }
}
