package quintet.threadpool.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import quintet.threadpool.ChunkTask;
import quintet.workloads.catalog.Batch;
import quintet.workloads.catalog.Block;
import quintet.workloads.catalog.BlockParser;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.TinyCatalogue;
import quintet.workloads.proof.Twin;

/**
 * Claim: a task is run exactly once, though a thread of the pool and the caller both try.
 *
 * <p>The result is how often the work was done.
 */
@Proof(
    claim = "a task is run exactly once, though the pool and the caller both try",
    twin = TaskRunsOnceProof.CheckThenAct.class)
@JCStressTest
@Outcome(id = "1", expect = ACCEPTABLE, desc = "Once.")
@Outcome(expect = FORBIDDEN, desc = "Twice, or never.")
@State
public class TaskRunsOnceProof {

  static final Batch<Integer> NOTHING = new BlockParser<>(TinyCatalogue.NUMBER).parse(new Block(0));

  private final AtomicInteger runs = new AtomicInteger();
  private final ChunkTask<Integer> task =
      new ChunkTask<>(
          null,
          () -> {
            runs.incrementAndGet();
            return NOTHING;
          });

  @Actor
  public void pool() {
    task.run();
  }

  @Actor
  public void caller() {
    task.run();
  }

  @Arbiter
  public void count(I_Result r) {
    r.r1 = runs.get();
  }

  /** A flag is looked at, and then set: both may look before either sets it. */
  @Twin(without = "the atomic change of state: a plain flag, checked and then set")
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "Once: the schedule was kind.")
  @Outcome(id = "2", expect = ACCEPTABLE_INTERESTING, desc = "Twice.")
  @Outcome(expect = FORBIDDEN, desc = "Never.")
  @State
  public static class CheckThenAct {

    private final AtomicInteger runs = new AtomicInteger();
    private boolean begun;

    @Actor
    public void pool() {
      run();
    }

    @Actor
    public void caller() {
      run();
    }

    private void run() {
      if (!begun) {
        begun = true;
        runs.incrementAndGet();
      }
    }

    @Arbiter
    public void count(I_Result r) {
      r.r1 = runs.get();
    }
  }
}
