package quintet.pipeline.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import quintet.pipeline.HarvestLine;
import quintet.workloads.harvest.Calls;
import quintet.workloads.harvest.Delivery;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.TinyHarvest;
import quintet.workloads.proof.Twin;

/**
 * Claim: the writer ends after the row of the last call, whether the end of the source comes to it
 * before that row or after.
 *
 * <p>One thread pulls the two calls of a source, another fetches both; then the writer writes. The
 * result is how many rows it wrote.
 */
@Proof(
    claim = "the writer waits for the rows that the end of the source has overtaken",
    twin = HarvestEndProof.EndsAtTheMark.class,
    minimumSamples = 1_000)
@JCStressTest
@Outcome(id = "2", expect = ACCEPTABLE, desc = "Both rows.")
@Outcome(expect = FORBIDDEN, desc = "A row was lost.")
@State
public class HarvestEndProof {

  private final TinyHarvest harvest = new TinyHarvest("1", "2");
  private final Calls calls = new Calls(harvest.job());
  private final HarvestLine line = new HarvestLine(4);
  private final Delivery delivery = new Delivery(harvest.job());

  @Actor
  public void source() {
    line.pull(calls);
  }

  @Actor
  public void fetcher() {
    TinyHarvest.act(() -> line.fetchNext(TinyHarvest::row));
    TinyHarvest.act(() -> line.fetchNext(TinyHarvest::row));
  }

  @Arbiter
  public void writer(I_Result r) {
    TinyHarvest.act(() -> line.write(delivery));
    r.r1 = (int) delivery.summary(0).ok();
  }

  /** The writer takes the mark of the end for the end. */
  @Twin(without = "the count in the end of the source")
  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "Both rows: the schedule was kind.")
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "The end overtook a row.")
  @Outcome(expect = FORBIDDEN, desc = "There are no more.")
  @State
  public static class EndsAtTheMark {

    private static final int END = 0;

    private final BlockingQueue<Integer> calls = new ArrayBlockingQueue<>(4);
    private final BlockingQueue<Integer> news = new ArrayBlockingQueue<>(4);

    @Actor
    public void source() {
      calls.add(1);
      calls.add(2);
      news.add(END);
    }

    @Actor
    public void fetcher() {
      TinyHarvest.act(() -> news.add(calls.take()));
      TinyHarvest.act(() -> news.add(calls.take()));
    }

    @Arbiter
    public void writer(I_Result r) {
      TinyHarvest.act(
          () -> {
            while (news.take() != END) {
              r.r1++;
            }
          });
    }
  }
}
