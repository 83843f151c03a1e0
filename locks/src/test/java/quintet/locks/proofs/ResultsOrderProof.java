package quintet.locks.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import quintet.locks.Results;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;
import quintet.workloads.tasks.Chunk;

/**
 * Claim: chunks are taken in the order of the source, each once, whoever puts first.
 *
 * <p>A worker puts the second chunk; the consumer, who helps, puts the first, and polls. The result
 * is what it took, as digits.
 */
@Proof(
    claim = "chunks are taken in the order of the source, each exactly once",
    twin = {ResultsOrderProof.AsTheyCome.class, ResultsOrderProof.Unlocked.class},
    minimumSamples = 1_000)
@JCStressTest
@Outcome(id = "12", expect = ACCEPTABLE, desc = "Both, in order.")
@Outcome(expect = FORBIDDEN, desc = "A chunk was lost, doubled, or out of order.")
@State
public class ResultsOrderProof {

  /** Two chunks, pulled by the thread that makes the state. */
  private static final class Chunks {
    private final TinyRun run = new TinyRun(2);
    final Chunk<Integer> first = run.chunk();
    final Chunk<Integer> second = run.chunk();
  }

  private final Results<Integer> results = new Results<>(2, true);
  private final Chunks chunks = new Chunks();
  private int taken;

  @Actor
  public void worker() {
    results.put(chunks.second);
  }

  @Actor
  public void consumer() {
    take();
    results.put(chunks.first);
    take();
  }

  @Arbiter
  public void rest(I_Result r) {
    take();
    take();
    r.r1 = taken;
  }

  private void take() {
    taken = TinyRun.appended(taken, results.poll());
  }

  /** The same results in the other order, which is as they come. */
  @Twin(without = "the order of the source")
  @JCStressTest
  @Outcome(id = "12", expect = ACCEPTABLE, desc = "The first came first.")
  @Outcome(id = "21", expect = ACCEPTABLE_INTERESTING, desc = "The second overtook the first.")
  @Outcome(expect = FORBIDDEN, desc = "A chunk was lost or doubled.")
  @State
  public static class AsTheyCome {

    private final Results<Integer> results = new Results<>(2, false);
    private final Chunks chunks = new Chunks();

    @Actor
    public void first() {
      results.put(chunks.first);
    }

    @Actor
    public void second() {
      results.put(chunks.second);
    }

    @Arbiter
    public void consumer(I_Result r) {
      r.r1 = TinyRun.appended(TinyRun.appended(0, results.poll()), results.poll());
    }
  }

  /** The steps of put, for chunks that are numbered as they come, without the lock. */
  @Twin(without = "the lock: two may get the same slot")
  @JCStressTest
  @Outcome(
      id = {"12", "21"},
      expect = ACCEPTABLE,
      desc = "Both: the schedule was kind.")
  @Outcome(expect = ACCEPTABLE_INTERESTING, desc = "A chunk was lost.")
  @State
  public static class Unlocked {

    private final int[] slots = new int[2];
    private int arrived;

    @Actor
    public void first() {
      put(1);
    }

    @Actor
    public void second() {
      put(2);
    }

    private void put(int chunk) {
      int slot = arrived++;
      slots[slot] = chunk;
    }

    @Arbiter
    public void consumer(I_Result r) {
      r.r1 = slots[0] * 10 + slots[1];
    }
  }
}
