package quintet.pipeline.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.Semaphore;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import quintet.pipeline.ReorderBuffer;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;

/**
 * Claim: a signal that is given while the consumer is busy is not lost.
 *
 * <p>The consumer looks, and waits when it found nothing; the elements may come at any point of
 * that. A signal that is lost hangs the test, which the harness reports as a timeout.
 */
@Proof(
    claim = "a signal given while the consumer is busy wakes it when it goes to wait",
    twin = LostSignalProof.DrainedBeforeTheWait.class)
@JCStressTest
@Outcome(id = "12", expect = ACCEPTABLE, desc = "Both elements, after whatever waits.")
@Outcome(expect = FORBIDDEN, desc = "An element was lost.")
@State
public class LostSignalProof {

  private final ReorderBuffer<Integer> buffer = new ReorderBuffer<>(2);

  @Actor
  public void producer() {
    buffer.put(0, 1);
    buffer.put(1, 2);
  }

  @Actor
  public void consumer(I_Result r) {
    r.r1 = take() * 10 + take();
  }

  private int take() {
    try {
      while (true) {
        var element = buffer.poll();
        if (element != null) {
          return element;
        }
        buffer.awaitSignal();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Old permits are drained before the wait instead of behind it, and with them the signal that
   * came since the consumer looked. It does not really wait here: the arbiter tells whether there
   * is a permit for it.
   */
  @Twin(without = "the order of wait and drain")
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "It took the element, or would be woken.")
  @Outcome(id = "0", expect = ACCEPTABLE_INTERESTING, desc = "It would wait for ever.")
  @State
  public static class DrainedBeforeTheWait {

    private final Semaphore signals = new Semaphore(0);
    private volatile boolean there;
    private boolean waits;

    @Actor
    public void producer() {
      there = true;
      signals.release();
    }

    @Actor
    public void consumer() {
      if (!there) {
        signals.drainPermits();
        waits = true;
      }
    }

    @Arbiter
    public void fate(I_Result r) {
      r.r1 = !waits || signals.tryAcquire() ? 1 : 0;
    }
  }
}
