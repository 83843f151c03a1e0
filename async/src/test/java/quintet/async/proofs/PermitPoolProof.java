package quintet.async.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import quintet.async.PermitPool;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;

/**
 * Claim: a permit is held by one step at a time, which sees what the one before it wrote; and every
 * step gets its turn.
 *
 * <p>Two threads ask for the only permit, each for a step that adds one to a plain field and gives
 * the permit back. The result is that field, less than two if they overlapped or if a turn never
 * came, and whether the permit is there again afterwards.
 */
@Proof(
    claim = "a permit is held by one step at a time, and neither a turn nor a permit is lost",
    twin = {PermitPoolProof.Unlimited.class, PermitPoolProof.LooksOnce.class})
@JCStressTest
@Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "Both steps, one after the other.")
@Outcome(expect = FORBIDDEN, desc = "The steps overlapped, or a turn or the permit was lost.")
@State
public class PermitPoolProof {

  private final PermitPool permits = new PermitPool(1, Runnable::run);
  private int steps;

  @Actor
  public void first() {
    step();
  }

  @Actor
  public void second() {
    step();
  }

  @Arbiter
  public void result(II_Result r) {
    r.r1 = steps;
    r.r2 = permits.acquire().isDone() ? 1 : 0;
  }

  private void step() {
    var _ =
        permits
            .acquire()
            .thenRun(
                () -> {
                  steps++;
                  permits.release();
                });
  }

  /** As many permits as steps. */
  @Twin(without = "a limit")
  @JCStressTest
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "Both steps: the schedule was kind.")
  @Outcome(expect = ACCEPTABLE_INTERESTING, desc = "The steps overlapped.")
  @State
  public static class Unlimited {

    private final PermitPool permits = new PermitPool(2, Runnable::run);
    private int steps;

    @Actor
    public void first() {
      step();
    }

    @Actor
    public void second() {
      step();
    }

    @Arbiter
    public void result(II_Result r) {
      r.r1 = steps;
      r.r2 = permits.acquire().isDone() ? 1 : 0;
    }

    private void step() {
      var _ =
          permits
              .acquire()
              .thenRun(
                  () -> {
                    steps++;
                    permits.release();
                  });
    }
  }

  /** Who finds no permit joins the queue and leaves; it may have been given back meanwhile. */
  @Twin(without = "a second look after joining the queue")
  @JCStressTest
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "Both steps: the schedule was kind.")
  @Outcome(expect = ACCEPTABLE_INTERESTING, desc = "A turn never came.")
  @State
  public static class LooksOnce {

    private final AtomicInteger free = new AtomicInteger(1);
    private final Queue<CompletableFuture<@Nullable Void>> turns = new ConcurrentLinkedQueue<>();
    private int steps;

    @Actor
    public void first() {
      step();
    }

    @Actor
    public void second() {
      step();
    }

    @Arbiter
    public void result(II_Result r) {
      r.r1 = steps;
      r.r2 = acquire().isDone() ? 1 : 0;
    }

    private void step() {
      var _ =
          acquire()
              .thenRun(
                  () -> {
                    steps++;
                    release();
                  });
    }

    private CompletableFuture<@Nullable Void> acquire() {
      if (free.compareAndSet(1, 0)) {
        return CompletableFuture.completedFuture(null);
      }
      var turn = new CompletableFuture<@Nullable Void>();
      turns.add(turn);
      return turn;
    }

    private void release() {
      var turn = turns.poll();
      if (turn == null) {
        free.set(1);
      } else {
        turn.complete(null);
      }
    }
  }
}
