package quintet.locks.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import quintet.locks.SharedSheet;
import quintet.workloads.harvest.Delivery;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.TinyHarvest;
import quintet.workloads.proof.Twin;

/**
 * Claim: rows of two threads are written one after the other, and each is counted once.
 *
 * <p>Two threads append a row each. The result is how many rows were counted, and how many were
 * written; both are plain fields behind the lock.
 */
@Proof(
    claim = "rows of two threads are written one after the other, and each is counted once",
    twin = SharedSheetProof.Unlocked.class,
    minimumSamples = 1_000)
@JCStressTest
@Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "Both rows, once each.")
@Outcome(expect = FORBIDDEN, desc = "A row was lost.")
@State
public class SharedSheetProof {

  private final TinyHarvest harvest = new TinyHarvest();
  private final SharedSheet sheet = new SharedSheet(harvest.job(), new ReentrantLock());

  @Actor
  public void first() {
    TinyHarvest.act(() -> sheet.append(TinyHarvest.oneRow()));
  }

  @Actor
  public void second() {
    TinyHarvest.act(() -> sheet.append(TinyHarvest.oneRow()));
  }

  @Arbiter
  public void result(II_Result r) {
    r.r1 = (int) sheet.summary(0).ok();
    r.r2 = harvest.blocks();
  }

  /** Seed 001's CSV without its lock. */
  @Twin(without = "the lock")
  @JCStressTest
  @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "Both rows: the schedule was kind.")
  @Outcome(expect = ACCEPTABLE_INTERESTING, desc = "A row was lost, or not counted.")
  @State
  public static class Unlocked {

    private final TinyHarvest harvest = new TinyHarvest();
    private final Delivery delivery = new Delivery(harvest.job());

    @Actor
    public void first() {
      TinyHarvest.act(() -> delivery.accept(TinyHarvest.oneRow()));
    }

    @Actor
    public void second() {
      TinyHarvest.act(() -> delivery.accept(TinyHarvest.oneRow()));
    }

    @Arbiter
    public void result(II_Result r) {
      r.r1 = (int) delivery.summary(0).ok();
      r.r2 = harvest.blocks();
    }
  }
}
