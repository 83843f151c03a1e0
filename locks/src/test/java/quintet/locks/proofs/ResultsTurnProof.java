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
 * Claim: a consumer who helps does so in the place of a worker, not beside all of them.
 *
 * <p>A worker works twice, if the consumer does not; the consumer wants to help once. The result is
 * how many each has seen at work, at most. A wake-up that is lost hangs the test.
 */
@Proof(
    claim = "the consumer does tasks only while a worker stands aside",
    twin = ResultsTurnProof.WithoutWaiting.class,
    minimumSamples = 1_000)
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The worker and the consumer, in turn.")
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The worker did all before.")
@Outcome(expect = FORBIDDEN, desc = "Both worked at once.")
@State
public class ResultsTurnProof {

  private final Results<Integer> results = new Results<>(1, true);
  private final AtomicInteger atWork = new AtomicInteger();

  @Actor
  public void worker(II_Result r) {
    try {
      for (int i = 0; i < 2; i++) {
        results.awaitConsumerNeedsHelp();
        r.r1 = Math.max(r.r1, seenAtWork(atWork));
      }
      results.end();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Actor
  public void consumer(II_Result r) {
    try {
      results.consumerHelps(true);
      if (results.reserveUnlessNext(1)) {
        r.r2 = seenAtWork(atWork);
        results.release(1);
      }
      results.consumerHelps(false);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int seenAtWork(AtomicInteger atWork) {
    int seen = atWork.incrementAndGet();
    atWork.decrementAndGet();
    return seen;
  }

  /** The consumer says that it helps, and begins; the worker looks before its next task only. */
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
    private volatile boolean consumerHelps;

    @Actor
    public void worker(II_Result r) {
      if (!consumerHelps) {
        r.r1 = seenAtWork(atWork);
      }
    }

    @Actor
    public void consumer(II_Result r) {
      consumerHelps = true;
      r.r2 = seenAtWork(atWork);
    }
  }
}
