package quintet.locks.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import quintet.workloads.catalog.Block;
import quintet.workloads.catalog.BlockReader;
import quintet.workloads.proof.TinyCatalogue;
import quintet.workloads.proof.Twin;

/**
 * The first of seed 000's "unsafe patterns": threads share a reader, without a lock. Records are
 * lost, read twice, or garbled, and the reader may break. Twin of {@link SharedReaderClaimProof}.
 */
@Twin(without = "the lock (seed 000, \"Unsafe patterns\")")
@JCStressTest
@Outcome(
    id = {"1, 2", "2, 1"},
    expect = ACCEPTABLE,
    desc = "One record each: the schedule was kind.")
@Outcome(expect = ACCEPTABLE_INTERESTING, desc = "Lost, read twice, or garbled.")
@State
public class UnlockedReaderProof {

  private static final int BROKEN = -2;

  private final BlockReader reader = new BlockReader(TinyCatalogue.of(2));

  @Actor
  public void first(II_Result r) {
    r.r1 = record();
  }

  @Actor
  public void second(II_Result r) {
    r.r2 = record();
  }

  private int record() {
    var block = new Block(TinyCatalogue.BLOCK_BYTES);
    try {
      return reader.fill(block) ? TinyCatalogue.recordIn(block) : 0;
    } catch (RuntimeException broken) {
      return BROKEN;
    }
  }
}
