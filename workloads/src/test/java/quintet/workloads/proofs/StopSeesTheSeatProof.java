package quintet.workloads.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Supervision;
import quintet.workloads.tasks.Task;

/**
 * Claim: who stops a run either interrupts a thread that begins to work in it, or is seen by it.
 *
 * <p>One thread stops the run while another sits down and looks whether it is stopped; it gets up
 * when the first has done. The result is whether it saw that, and whether it was shaken.
 */
@Proof(
    claim = "a thread that begins to work sees that the run is stopped, or is interrupted",
    twin = StopSeesTheSeatProof.Plain.class,
    minimumSamples = 1_000)
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "It saw that the run is stopped.")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "It was interrupted.")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both.")
@Outcome(expect = FORBIDDEN, desc = "It would work on, and nobody would stop it.")
@State
public class StopSeesTheSeatProof {

  private final Supervision supervision = Supervision.of(Job.of(List.<Task<Integer>>of()), 1);
  private final AtomicBoolean isDone = new AtomicBoolean();

  @Actor
  public void stopper() {
    supervision.stop();
    isDone.set(true);
  }

  @Actor
  public void worker(II_Result r) {
    var seat = supervision.worker(0);
    seat.sit(Long.MAX_VALUE);
    r.r1 = supervision.stopped() ? 1 : 0;
    while (!isDone.get()) {
      Thread.onSpinWait();
    }
    r.r2 = seat.getUp() ? 1 : 0;
  }

  /** Dekker's pattern in plain fields: each thread writes its own and reads the other's. */
  @Twin(without = "volatile: each may read before its own write is seen")
  @JCStressTest
  @Outcome(
      id = {"1, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE,
      desc = "One at least saw the other.")
  @Outcome(id = "0, 0", expect = ACCEPTABLE_INTERESTING, desc = "Neither saw the other.")
  @State
  public static class Plain {

    private boolean stopped;
    private boolean sits;

    @Actor
    public void stopper(II_Result r) {
      stopped = true;
      r.r2 = sits ? 1 : 0;
    }

    @Actor
    public void worker(II_Result r) {
      sits = true;
      r.r1 = stopped ? 1 : 0;
    }
  }
}
