package quintet.locks.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import quintet.locks.ReorderBuffer;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;

/**
 * Claim: the end of the input is never lost and never doubled, whoever waits for whom.
 *
 * <p>The buffer has room for one of two elements, so the worker waits for the caller and the caller
 * for the worker. A wake-up that is lost hangs the test, which the harness reports as a timeout.
 */
@Proof(
    claim = "the end of the input reaches the waiting caller once, behind the last element",
    twin = EndOfInputProof.CheckedOutsideTheLock.class,
    minimumSamples = 1_000)
@JCStressTest
@Outcome(id = "129", expect = ACCEPTABLE, desc = "Both elements, then the end.")
@Outcome(expect = FORBIDDEN, desc = "The end came early, late, or twice.")
@State
public class EndOfInputProof {

  private static final int END = 9;

  private final ReorderBuffer<Integer> buffer = new ReorderBuffer<>(1);

  @Actor
  public void worker() {
    try {
      buffer.reserve();
      buffer.put(0, 1);
      buffer.reserve();
      buffer.put(1, 2);
      buffer.reserve();
      buffer.endAt(2);
      buffer.endAt(2); // another worker sees the end as well
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Actor
  public void caller(I_Result r) {
    try {
      for (var taken = buffer.take(); taken != null; taken = buffer.take()) {
        r.r1 = r.r1 * 10 + taken;
      }
      r.r1 = r.r1 * 10 + END;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The caller looks for the end and then goes to wait, without the lock around the two. It does
   * not really wait here: the arbiter tells whether anybody would ever have woken it.
   */
  @Twin(without = "the lock around the check and the wait")
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "The caller saw the end, or was woken.")
  @Outcome(id = "0", expect = ACCEPTABLE_INTERESTING, desc = "It would wait for ever.")
  @State
  public static class CheckedOutsideTheLock {

    private boolean ended;
    private boolean waiting;
    private boolean woken;

    @Actor
    public void worker() {
      ended = true;
      if (waiting) {
        woken = true;
      }
    }

    @Actor
    public void caller() {
      if (!ended) {
        waiting = true;
      }
    }

    @Arbiter
    public void fate(I_Result r) {
      r.r1 = !waiting || woken ? 1 : 0;
    }
  }
}
