package quintet.locks.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.NoSuchElementException;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import quintet.locks.SharedCalls;
import quintet.workloads.harvest.Calls;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.TinyHarvest;
import quintet.workloads.proof.Twin;

/**
 * Claim: each URL of the shared source goes to one thread.
 *
 * <p>Two threads take a call each, of two. The result is which ones.
 */
@Proof(
    claim = "each URL of the shared source goes to one thread",
    twin = SharedCallsProof.Unlocked.class,
    minimumSamples = 1_000)
@JCStressTest
@Outcome(
    id = {"1, 2", "2, 1"},
    expect = ACCEPTABLE,
    desc = "One call each.")
@Outcome(expect = FORBIDDEN, desc = "A call was lost or doubled.")
@State
public class SharedCallsProof {

  private final SharedCalls calls =
      new SharedCalls(new TinyHarvest("1", "2").job(), new ReentrantLock());

  @Actor
  public void first(II_Result r) {
    TinyHarvest.act(() -> r.r1 = TinyHarvest.number(calls.next()));
  }

  @Actor
  public void second(II_Result r) {
    TinyHarvest.act(() -> r.r2 = TinyHarvest.number(calls.next()));
  }

  /** Two threads in one iterator. */
  @Twin(without = "the lock")
  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = ACCEPTABLE,
      desc = "One call each: the schedule was kind.")
  @Outcome(expect = ACCEPTABLE_INTERESTING, desc = "A call was lost or doubled.")
  @State
  public static class Unlocked {

    private static final int BROKEN = -1;

    private final Calls calls = new Calls(new TinyHarvest("1", "2").job());

    @Actor
    public void first(II_Result r) {
      r.r1 = next();
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = next();
    }

    private int next() {
      try {
        return TinyHarvest.number(calls.next());
      } catch (NoSuchElementException overtaken) {
        return BROKEN;
      }
    }
  }
}
