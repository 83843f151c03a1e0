package quintet.pipeline.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import quintet.pipeline.ReorderBuffer;
import quintet.pipeline.StandIn;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;

/**
 * Claim: a consumer works only in the place of a worker that stands aside, and each time the worker
 * does, it is called back.
 *
 * <p>The worker stands aside twice, and works when it was called; the consumer works when it is
 * wanted, and calls. The result is how many each has seen at work, at most. A call that is lost
 * hangs the test, which the harness reports as a timeout.
 */
@Proof(
    claim = "the consumer works only while the worker stands aside, which is called back each time",
    twin = {StandInProof.WithoutWaiting.class, StandInProof.CalledBeforeTheFlagIsCleared.class},
    minimumSamples = 1_000)
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The worker and the consumer, in turn.")
@Outcome(expect = FORBIDDEN, desc = "Both worked at once.")
@State
public class StandInProof {

  private final ReorderBuffer<Integer> buffer = new ReorderBuffer<>(1);
  private final StandIn standIn = new StandIn(buffer::signal);
  private final AtomicInteger atWork = new AtomicInteger();

  @Actor
  public void worker(II_Result r) {
    try {
      for (int i = 0; i < 2; i++) {
        standIn.standAside();
        r.r1 = Math.max(r.r1, seenAtWork(atWork));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Actor
  public void consumer(II_Result r) {
    try {
      for (int i = 0; i < 2; i++) {
        while (!standIn.isWanted()) {
          buffer.awaitSignal();
        }
        r.r2 = Math.max(r.r2, seenAtWork(atWork));
        standIn.callBack();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int seenAtWork(AtomicInteger atWork) {
    int seen = atWork.incrementAndGet();
    atWork.decrementAndGet();
    return seen;
  }

  /** The consumer says that it works, and begins; the worker looks before it works only. */
  @Twin(without = "the wait until the worker stands aside")
  @JCStressTest
  @Outcome(
      id = {"0, 1", "1, 1"},
      expect = ACCEPTABLE,
      desc = "In turn, or the consumer alone.")
  @Outcome(expect = ACCEPTABLE_INTERESTING, desc = "Both worked at once.")
  @State
  public static class WithoutWaiting {

    private final AtomicInteger atWork = new AtomicInteger();
    private volatile boolean consumerWorks;

    @Actor
    public void worker(II_Result r) {
      if (!consumerWorks) {
        r.r1 = seenAtWork(atWork);
      }
    }

    @Actor
    public void consumer(II_Result r) {
      consumerWorks = true;
      r.r2 = seenAtWork(atWork);
    }
  }

  /**
   * The worker is called, and then the flag is cleared: which may be the one of its next time. It
   * stands aside already, and does not really wait the second time: the arbiter tells whether it
   * would be called.
   */
  @Twin(without = "the order of clearing the flag and calling")
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "The consumer knows that the worker is aside.")
  @Outcome(id = "0", expect = ACCEPTABLE_INTERESTING, desc = "The worker would wait for ever.")
  @State
  public static class CalledBeforeTheFlagIsCleared {

    private final Semaphore calls = new Semaphore(0);
    private volatile boolean aside = true;

    @Actor
    public void worker() {
      calls.acquireUninterruptibly();
      aside = true;
    }

    @Actor
    public void consumer() {
      calls.release();
      aside = false;
    }

    @Arbiter
    public void fate(I_Result r) {
      r.r1 = aside ? 1 : 0;
    }
  }
}
