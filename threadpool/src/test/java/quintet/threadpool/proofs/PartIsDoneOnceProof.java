package quintet.threadpool.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import quintet.threadpool.Part;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;
import quintet.workloads.tasks.Intake;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Seat;
import quintet.workloads.tasks.Supervision;
import quintet.workloads.tasks.Task;

/**
 * Claim: a part is done once, by the pool or by the consumer, and the consumer sees what was done.
 *
 * <p>The part's one task adds to a plain field, which the consumer reads when it has the result.
 * The result is what it read, and 100 if the field was another in the end.
 */
@Proof(
    claim = "a part is done once, by the pool or the consumer, and the consumer sees what was done",
    twin = PartIsDoneOnceProof.LookThenTake.class)
@JCStressTest
@Outcome(id = "1", expect = ACCEPTABLE, desc = "Once, and seen.")
@Outcome(expect = FORBIDDEN, desc = "Twice, never, or not seen.")
@State
public class PartIsDoneOnceProof {

  private int done;
  private final Job<Integer> job = Job.of(List.of(Task.of(() -> ++done)));
  private final Supervision supervision = Supervision.of(job, 1);
  private final Queue<Seat> seats = new ConcurrentLinkedQueue<>(List.of(supervision.worker(0)));
  private final Part<Integer> part = part();
  private final Queue<Runnable> queue = new LinkedBlockingQueue<>(List.of(part));

  private Part<Integer> part() {
    var chunk = new Intake<>(job, 1, supervision).next(1);
    if (chunk == null) {
      throw new IllegalStateException("there is a task");
    }
    return new Part<>(chunk, seats, null);
  }

  @Actor
  public void pool() {
    var own = queue.poll();
    if (own != null) {
      own.run();
    }
  }

  @Actor
  public void consumer(I_Result r) {
    supervision.consumer().sit(Long.MAX_VALUE);
    var own = (Part<?>) queue.poll();
    try {
      if (own != null) {
        own.runByConsumer();
      }
      supervision.consumer().getUp();
      part.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    r.r1 = done;
  }

  @Arbiter
  public void check(I_Result r) {
    if (done != r.r1) {
      r.r1 += 100;
    }
  }

  /** The queue is looked at, and then the element is taken out: both may look first. */
  @Twin(without = "the atomic removal: a plain queue, looked at and then changed")
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "Once: the schedule was kind.")
  @Outcome(expect = ACCEPTABLE_INTERESTING, desc = "Twice, or an increment was lost.")
  @State
  public static class LookThenTake {

    private final Queue<Runnable> queue = new ArrayDeque<>(List.of(this::work));
    private int done;
    private int seen;

    private void work() {
      done++;
    }

    @Actor
    public void pool() {
      take();
    }

    @Actor
    public void consumer() {
      take();
      seen = done;
    }

    private void take() {
      var own = queue.peek();
      if (own != null) {
        queue.clear();
        own.run();
      }
    }

    @Arbiter
    public void check(I_Result r) {
      r.r1 = seen == done ? done : 100;
    }
  }
}
