package quintet.locks.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import quintet.locks.ReorderBuffer;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;

/**
 * Claim: the reorder buffer hands every element on exactly once and in order.
 *
 * <p>A worker and the caller each reserve, claim a number and put, as the model's threads do; the
 * caller takes as well. The buffer has room for one. The result is how many elements were put, and
 * the numbers that were taken, as digits.
 */
@Proof(
    claim = "the reorder buffer hands every element on exactly once and in order",
    twin = ReorderBufferProof.Unlocked.class)
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "There was room for one; it was handed on.")
@Outcome(id = "2, 12", expect = ACCEPTABLE, desc = "Both were handed on, in order.")
@Outcome(expect = FORBIDDEN, desc = "An element was lost, doubled, or out of order.")
@State
public class ReorderBufferProof {

  private final ReorderBuffer<Integer> buffer = new ReorderBuffer<>(1);
  private final AtomicInteger claimed = new AtomicInteger();
  private int taken;

  @Actor
  public void worker() {
    work();
  }

  @Actor
  public void caller() {
    take();
    work();
    take();
  }

  @Arbiter
  public void rest(II_Result r) {
    take();
    take();
    r.r1 = claimed.get();
    r.r2 = taken;
  }

  private void work() {
    if (buffer.tryReserve()) {
      int number = claimed.getAndIncrement();
      buffer.put(number, number + 1);
    }
  }

  private void take() {
    taken = appended(taken, buffer.poll());
  }

  static int appended(int digits, @Nullable Integer digit) {
    return digit == null ? digits : digits * 10 + digit;
  }

  /** The same threads around a buffer without its lock: both may get the one place. */
  @Twin(without = "the lock")
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "There was room for one; it was handed on.")
  @Outcome(id = "2, 12", expect = ACCEPTABLE, desc = "Both were handed on, in order.")
  @Outcome(expect = ACCEPTABLE_INTERESTING, desc = "Lost, doubled, or out of order.")
  @State
  public static class Unlocked {

    private final UnlockedReorderBuffer<Integer> buffer = new UnlockedReorderBuffer<>(1);
    private final AtomicInteger claimed = new AtomicInteger();
    private int taken;

    @Actor
    public void worker() {
      work();
    }

    @Actor
    public void caller() {
      take();
      work();
      take();
    }

    @Arbiter
    public void rest(II_Result r) {
      take();
      take();
      r.r1 = claimed.get();
      r.r2 = taken;
    }

    private void work() {
      if (buffer.tryReserve()) {
        int number = claimed.getAndIncrement();
        buffer.put(number, number + 1);
      }
    }

    private void take() {
      taken = appended(taken, buffer.poll());
    }
  }
}
