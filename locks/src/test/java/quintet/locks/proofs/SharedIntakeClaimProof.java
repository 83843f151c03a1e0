package quintet.locks.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import quintet.locks.Results;
import quintet.locks.SharedIntake;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;

/**
 * Claim: each task is in one thread's chunk, and the chunk's number is its place in the source.
 *
 * <p>Two threads claim a chunk of one task each, and do it. The result is, for each task, the
 * number of its chunk, counted from 1.
 */
@Proof(
    claim = "a claim gives each task to one thread, in a chunk numbered by its place",
    twin = SharedIntakeClaimProof.Unlocked.class,
    minimumSamples = 1_000)
@JCStressTest
@Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "Each task once, rightly numbered.")
@Outcome(expect = FORBIDDEN, desc = "A task was lost, doubled, or misnumbered.")
@State
public class SharedIntakeClaimProof {

  private final TinyRun run = new TinyRun(2);
  private final SharedIntake<Integer> intake =
      new SharedIntake<>(run.intake(), new Results<>(2, true));

  @Actor
  public void first() {
    work(0);
  }

  @Actor
  public void second() {
    work(1);
  }

  private void work(int worker) {
    try {
      run.work(intake.claim(1), worker);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Arbiter
  public void noted(II_Result r) {
    r.r1 = run.noted(0);
    r.r2 = run.noted(1);
  }

  /** Two threads pull from one source: a thing that iterators do not allow. */
  @Twin(without = "the lock")
  @JCStressTest
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "The schedule was kind.")
  @Outcome(expect = ACCEPTABLE_INTERESTING, desc = "A task was lost, doubled, or misnumbered.")
  @State
  public static class Unlocked {

    private final TinyRun run = new TinyRun(2);

    @Actor
    public void first() {
      run.work(run.intake().next(1), 0);
    }

    @Actor
    public void second() {
      run.work(run.intake().next(1), 1);
    }

    @Arbiter
    public void noted(II_Result r) {
      r.r1 = run.noted(0);
      r.r2 = run.noted(1);
    }
  }
}
