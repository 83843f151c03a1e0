package quintet.pipeline.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import quintet.pipeline.Parcel;
import quintet.pipeline.ReorderBuffer;
import quintet.workloads.catalog.BlockParser;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.TinyCatalogue;
import quintet.workloads.proof.Twin;

/**
 * Claim: the end of the input is seen once, and behind the last block, however early the reader
 * gets there.
 *
 * <p>The reader puts the end while the last block is still being parsed. The result is what the
 * consumer took, as digits: 1 for a block, 9 for the end.
 */
@Proof(
    claim = "the end of the input is seen once, behind a last block that is still being parsed",
    twin = EndOfInputProof.EndBesideTheQueue.class)
@JCStressTest
@Outcome(id = "19", expect = ACCEPTABLE, desc = "The block, then the end.")
@Outcome(expect = FORBIDDEN, desc = "The end came early, twice, or never.")
@State
public class EndOfInputProof {

  private static final int BLOCK = 1;
  private static final int END = 9;

  private final ReorderBuffer<Parcel<Integer>> parsed = new ReorderBuffer<>(2);
  private int taken;

  @Actor
  public void readerAndParser() {
    parsed.put(1, new Parcel<Integer>(0).asEndOfInput());
    var last = new Parcel<Integer>(0).numbered(0);
    last.parseWith(new BlockParser<>(TinyCatalogue.NUMBER));
    parsed.put(last.number(), last);
  }

  @Actor
  public void consumer() {
    take();
    take();
  }

  @Arbiter
  public void rest(I_Result r) {
    take();
    take();
    take();
    r.r1 = taken;
  }

  private void take() {
    var parcel = parsed.poll();
    if (parcel != null) {
      taken = taken * 10 + (parcel.isEndOfInput() ? END : BLOCK);
    }
  }

  /** A flag says that the input has ended; nobody asks who still has a block in hand. */
  @Twin(without = "a place for the end in the order: a flag beside the queue")
  @JCStressTest
  @Outcome(id = "19", expect = ACCEPTABLE, desc = "The block was in time.")
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "Neither seen yet.")
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "The end not seen yet.")
  @Outcome(id = "9", expect = ACCEPTABLE_INTERESTING, desc = "The end, and the block is lost.")
  @State
  public static class EndBesideTheQueue {

    private volatile boolean ended;
    private volatile @Nullable Integer last;

    @Actor
    public void readerAndParser() {
      ended = true;
      last = BLOCK;
    }

    @Actor
    public void consumer(I_Result r) {
      var block = last;
      if (block != null) {
        r.r1 = block;
      }
      if (ended) {
        r.r1 = r.r1 * 10 + END;
      }
    }
  }
}
