package quintet.async.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import quintet.async.Flow;
import quintet.workloads.catalog.BlockReader;
import quintet.workloads.catalog.Delivery;
import quintet.workloads.catalog.Job;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.TinyCatalogue;
import quintet.workloads.proof.Twin;

/**
 * Claim: the steps that touch the reader, and those that touch the delivery, do not overlap, and
 * each sees what the one before it wrote.
 *
 * <p>Two threads run the flow of three blocks. The consumer appends each record to a plain field
 * without a lock; the result is that field.
 */
@Proof(
    claim = "chained steps do not overlap, keep their order, and see each other's writes",
    twin = ChainedStepsProof.Unchained.class,
    minimumSamples = 1_000)
@JCStressTest
@Outcome(id = "123", expect = ACCEPTABLE, desc = "All three, in order.")
@Outcome(expect = FORBIDDEN, desc = "Steps overlapped, or did not see each other's writes.")
@State
public class ChainedStepsProof {

  private final Job<Integer> job =
      Job.of(TinyCatalogue.of(3), TinyCatalogue.NUMBER).inBlocksOf(TinyCatalogue.BLOCK_BYTES);
  private final TwoThreads threads = new TwoThreads();
  private final CompletableFuture<@Nullable Void> finished =
      new Flow<>(job, new BlockReader(job.sources()), new Delivery<>(job, this::append), 2, threads)
          .start();
  private int delivered;

  private void append(int record) {
    delivered = delivered * 10 + record;
  }

  @Actor
  public void first() {
    threads.workUntil(finished::isDone);
  }

  @Actor
  public void second() {
    threads.workUntil(finished::isDone);
  }

  @Arbiter
  public void result(I_Result r) {
    r.r1 = finished.isCompletedExceptionally() ? -1 : delivered;
  }

  /** The same steps, each started when it can be, and none behind another. */
  @Twin(without = "the chain")
  @JCStressTest
  @Outcome(id = "123", expect = ACCEPTABLE, desc = "All three: the schedule was kind.")
  @Outcome(expect = ACCEPTABLE_INTERESTING, desc = "Out of order, or one overwrote another.")
  @State
  public static class Unchained {

    private final TwoThreads threads = new TwoThreads();
    private final CompletableFuture<@Nullable Void> finished =
        CompletableFuture.allOf(step(1), step(2), step(3));
    private int delivered;

    private CompletableFuture<@Nullable Void> step(int record) {
      return CompletableFuture.runAsync(() -> delivered = delivered * 10 + record, threads);
    }

    @Actor
    public void first() {
      threads.workUntil(finished::isDone);
    }

    @Actor
    public void second() {
      threads.workUntil(finished::isDone);
    }

    @Arbiter
    public void result(I_Result r) {
      r.r1 = delivered;
    }
  }
}
