package quintet.pipeline.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.io.IOException;
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
import quintet.workloads.catalog.BlockReader;
import quintet.workloads.catalog.Delivery;
import quintet.workloads.catalog.Job;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.TinyCatalogue;
import quintet.workloads.proof.Twin;

/**
 * Claim: a failure to read is seen by the consumer, and never taken for the end of the input.
 *
 * <p>The source cannot be read at all: its first block is the failure. The result is what the
 * consumer saw.
 */
@Proof(
    claim = "a failure to read reaches the consumer as itself, never as the end of the input",
    twin = FailureIsNotTheEndProof.FailureBesideTheQueue.class,
    minimumSamples = 1_000)
@JCStressTest
@Outcome(id = "2", expect = ACCEPTABLE, desc = "The failure.")
@Outcome(id = "1", expect = FORBIDDEN, desc = "The end of the input, and no failure.")
@Outcome(expect = FORBIDDEN, desc = "Neither: the consumer would wait for ever.")
@State
public class FailureIsNotTheEndProof {

  private static final int ENDED = 1;
  private static final int FAILED = 2;

  private final Job<Integer> job =
      Job.of(TinyCatalogue.failingAfter(0), TinyCatalogue.NUMBER)
          .inBlocksOf(TinyCatalogue.BLOCK_BYTES);
  private final BlockReader reader = new BlockReader(job.sources());
  private final ReorderBuffer<Parcel<Integer>> parsed = new ReorderBuffer<>(2);
  private final Delivery<Integer> delivery = new Delivery<>(job, _ -> {});
  private int seen;

  @Actor
  public void readerAndParser() {
    var parcel = new Parcel<Integer>(job.blockBytes());
    long number = 0;
    for (; reader.fill(parcel.block()); number++) {
      parcel.numbered(number).parseWith(new BlockParser<>(job.work()));
      parsed.put(number, parcel);
      parcel = new Parcel<>(job.blockBytes());
    }
    parsed.put(number, parcel.asEndOfInput());
  }

  @Actor
  public void consumer() {
    take();
  }

  @Arbiter
  public void rest(I_Result r) {
    take();
    r.r1 = seen;
  }

  private void take() {
    var parcel = seen == 0 ? parsed.poll() : null;
    if (parcel != null) {
      seen = parcel.isEndOfInput() ? ENDED : delivered(parcel);
    }
  }

  private int delivered(Parcel<Integer> parcel) {
    try {
      delivery.accept(parcel.batch());
      return 0;
    } catch (IOException brokenOnPurpose) {
      return FAILED;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The reader ends, as it always does, and then says why; the consumer has gone by then. */
  @Twin(without = "a place for the failure in the order: a field beside the queue")
  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "Nothing seen yet.")
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "The failure was in time.")
  @Outcome(id = "1", expect = ACCEPTABLE_INTERESTING, desc = "The end, and no failure.")
  @State
  public static class FailureBesideTheQueue {

    private volatile boolean ended;
    private volatile @Nullable String failure;

    @Actor
    public void reader() {
      ended = true;
      failure = "broken on purpose";
    }

    @Actor
    public void consumer(I_Result r) {
      if (ended) {
        r.r1 = failure == null ? ENDED : FAILED;
      }
    }
  }
}
