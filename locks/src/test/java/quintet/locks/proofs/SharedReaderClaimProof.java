package quintet.locks.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import quintet.locks.SharedReader;
import quintet.workloads.catalog.Block;
import quintet.workloads.catalog.BlockReader;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.TinyCatalogue;
import quintet.workloads.proof.Twin;

/**
 * Claim: each block goes to one thread, whole, and its number is its place in the input.
 *
 * <p>Two threads claim from a reader of two records, one record a block. The result is, for each of
 * them, the number that it got and the record that it found in its block.
 */
@Proof(
    claim = "a claim gives each block to one thread, whole, with its place in the input",
    twin = {UnlockedReaderProof.class, SharedReaderClaimProof.NumberedOutsideTheLock.class},
    minimumSamples = 1_000)
@JCStressTest
@Outcome(
    id = {"0, 1, 1, 2", "1, 2, 0, 1"},
    expect = ACCEPTABLE,
    desc = "One record each, rightly numbered.")
@Outcome(expect = FORBIDDEN, desc = "A record was lost, doubled, garbled, or misnumbered.")
@State
public class SharedReaderClaimProof {

  private final SharedReader reader = new SharedReader(TinyCatalogue.of(2));

  @Actor
  public void first(IIII_Result r) {
    var block = new Block(TinyCatalogue.BLOCK_BYTES);
    r.r1 = claim(block);
    r.r2 = TinyCatalogue.recordIn(block);
  }

  @Actor
  public void second(IIII_Result r) {
    var block = new Block(TinyCatalogue.BLOCK_BYTES);
    r.r3 = claim(block);
    r.r4 = TinyCatalogue.recordIn(block);
  }

  private int claim(Block block) {
    try {
      return (int) reader.claim(block);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The read is locked, the numbering is not: a thread may be overtaken between the two. */
  @Twin(without = "one lock around both the read and the number")
  @JCStressTest
  @Outcome(
      id = {"0, 1, 1, 2", "1, 2, 0, 1"},
      expect = ACCEPTABLE,
      desc = "One record each, rightly numbered.")
  @Outcome(
      id = {"0, 2, 1, 1", "1, 1, 0, 2"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "One record each, with the other's number.")
  @Outcome(expect = FORBIDDEN, desc = "The lock that is there does not work.")
  @State
  public static class NumberedOutsideTheLock {

    private final BlockReader reader = new BlockReader(TinyCatalogue.of(2));
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong blocks = new AtomicLong();

    @Actor
    public void first(IIII_Result r) {
      var block = new Block(TinyCatalogue.BLOCK_BYTES);
      r.r1 = claim(block);
      r.r2 = TinyCatalogue.recordIn(block);
    }

    @Actor
    public void second(IIII_Result r) {
      var block = new Block(TinyCatalogue.BLOCK_BYTES);
      r.r3 = claim(block);
      r.r4 = TinyCatalogue.recordIn(block);
    }

    private int claim(Block block) {
      boolean more;
      lock.lock();
      try {
        more = reader.fill(block);
      } finally {
        lock.unlock();
      }
      return more ? (int) blocks.getAndIncrement() : -1;
    }
  }
}
