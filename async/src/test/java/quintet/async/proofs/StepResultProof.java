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
 * Claim: what a step wrote is seen by the steps that depend on it.
 *
 * <p>The work on a record makes a letter and writes in its plain field; the consumer, in whichever
 * thread it is called, reads the two letters. The result is what it read.
 */
@Proof(
    claim = "what a step wrote is seen by the steps that depend on it",
    twin = StepResultProof.HandedOverByAField.class,
    minimumSamples = 1_000)
@JCStressTest
@Outcome(id = "84", expect = ACCEPTABLE, desc = "Both letters, with their content.")
@Outcome(expect = FORBIDDEN, desc = "A letter without its content.")
@State
public class StepResultProof {

  /** Nothing in it makes anything visible, as nothing in a batch does. */
  private static final class Letter {
    int content;

    Letter filled() {
      content = 42;
      return this;
    }
  }

  private final Job<Letter> job =
      Job.of(TinyCatalogue.of(2), _ -> new Letter().filled()).inBlocksOf(TinyCatalogue.BLOCK_BYTES);
  private final TwoThreads threads = new TwoThreads();
  private final CompletableFuture<@Nullable Void> finished =
      new Flow<>(job, new BlockReader(job.sources()), new Delivery<>(job, this::read), 2, threads)
          .start();
  private int sum;

  private void read(Letter letter) {
    sum += letter.content;
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
    r.r1 = finished.isCompletedExceptionally() ? -1 : sum;
  }

  /** The letter lies in a field that both steps know, and no future says when it is ready. */
  @Twin(without = "the future between the two steps")
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "No letter yet.")
  @Outcome(id = "42", expect = ACCEPTABLE, desc = "The letter, filled in time.")
  @Outcome(id = "0", expect = ACCEPTABLE_INTERESTING, desc = "A letter without its content.")
  @State
  public static class HandedOverByAField {

    private @Nullable Letter letter;

    @Actor
    public void writer() {
      letter = new Letter();
      letter.filled();
    }

    @Actor
    public void reader(I_Result r) {
      var seen = letter;
      r.r1 = seen == null ? 1 : seen.content;
    }
  }
}
