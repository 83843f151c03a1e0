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
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.TinyCatalogue;
import quintet.workloads.proof.Twin;

/**
 * Claim: a failure to read is seen by the consumer, behind the records before it, and never taken
 * for the end of the input.
 *
 * <p>The source breaks after its first record. Two threads claim, parse and put until the end; then
 * everything is delivered. The result is the records delivered, and how the run ended.
 */
@Proof(
    claim = "a failure to read reaches the consumer as itself, never as the end of the input",
    twin = FailureIsNotTheEndProof.ReadAsTheEnd.class,
    minimumSamples = 1_000)
@JCStressTest
@Outcome(id = "1, " + Crew.FAILED, expect = ACCEPTABLE, desc = "The record, then the failure.")
@Outcome(expect = FORBIDDEN, desc = "The failure or the record was lost.")
@State
public class FailureIsNotTheEndProof {

  private final Crew crew = new Crew(TinyCatalogue.failingAfter(1));

  @Actor
  public void first() {
    crew.work();
  }

  @Actor
  public void second() {
    crew.work();
  }

  @Arbiter
  public void consumer(II_Result r) {
    r.r2 = crew.deliver();
    r.r1 = crew.delivered();
  }

  /** Seed 000's library: what it could not read is missing, and nobody is told. */
  @Twin(without = "a slot for the failure (seed 000's library)")
  @JCStressTest
  @Outcome(
      id = "1, " + Crew.ENDED,
      expect = ACCEPTABLE_INTERESTING,
      desc = "The failure was taken for the end.")
  @Outcome(expect = FORBIDDEN, desc = "Something else was lost.")
  @State
  public static class ReadAsTheEnd {

    private final Crew crew = new Crew(TinyCatalogue.endingEarlyAfter(1));

    @Actor
    public void first() {
      crew.work();
    }

    @Actor
    public void second() {
      crew.work();
    }

    @Arbiter
    public void consumer(II_Result r) {
      r.r2 = crew.deliver();
      r.r1 = crew.delivered();
    }
  }
}
