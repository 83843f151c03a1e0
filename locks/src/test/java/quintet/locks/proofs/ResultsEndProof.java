package quintet.locks.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import quintet.locks.Results;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;

/**
 * Claim: the end of the source reaches the consumer behind the last chunk, whoever waits for whom.
 *
 * <p>There is room for one of two tasks, so the worker waits for the consumer and the consumer for
 * the worker. A wake-up that is lost hangs the test, which the harness reports as a timeout.
 */
@Proof(
    claim = "the end reaches the waiting consumer once, behind the last chunk",
    twin = ResultsEndProof.WithoutTheLock.class,
    minimumSamples = 1_000)
@JCStressTest
@Outcome(id = "129", expect = ACCEPTABLE, desc = "Both chunks, then the end.")
@Outcome(expect = FORBIDDEN, desc = "The end came early, late, or twice.")
@State
public class ResultsEndProof {

  private static final int END = 9;

  private final TinyRun run = new TinyRun(2);
  private final Results<Integer> results = new Results<>(1, true);

  /** As a worker of the model: it finds the end where it has room for a chunk. */
  @Actor
  public void worker() {
    try {
      for (int i = 0; i < 2; i++) {
        results.reserve(1);
        results.put(run.chunk());
      }
      results.reserve(1);
      results.end();
      results.release(1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Actor
  public void consumer(I_Result r) {
    try {
      for (var chunk = results.take(); chunk != null; chunk = results.take()) {
        r.r1 = TinyRun.appended(r.r1, chunk);
        results.release(1);
      }
      r.r1 = r.r1 * 10 + END;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The last task is handed over while the source ends. Whoever comes second must tell the consumer
   * that this is the end; here each may take himself for the first.
   */
  @Twin(without = "the lock around the end and the count of tasks in flight")
  @JCStressTest
  @Outcome(
      id = {"1, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE,
      desc = "The consumer is told.")
  @Outcome(id = "0, 0", expect = ACCEPTABLE_INTERESTING, desc = "It would wait for ever.")
  @State
  public static class WithoutTheLock {

    private boolean ended;
    private int inFlight = 1;

    @Actor
    public void worker(II_Result r) {
      ended = true;
      r.r1 = inFlight == 0 ? 1 : 0;
    }

    @Actor
    public void releaser(II_Result r) {
      inFlight = 0;
      r.r2 = ended ? 1 : 0;
    }
  }
}
