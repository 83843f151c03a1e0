package quintet.pipeline.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import quintet.pipeline.ReorderBuffer;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;

/**
 * Claim: the reorder buffer hands every element on exactly once and in order.
 *
 * <p>One thread puts the second element before the first, while the consumer polls. The result is
 * what the consumer took, as digits.
 */
@Proof(
    claim = "the reorder buffer hands every element on exactly once and in order",
    twin = {ReorderBufferOrderProof.TwoConsumers.class, ReorderBufferOrderProof.Unordered.class})
@JCStressTest
@Outcome(id = "123", expect = ACCEPTABLE, desc = "All of them, in order.")
@Outcome(expect = FORBIDDEN, desc = "An element was lost, doubled, or out of order.")
@State
public class ReorderBufferOrderProof {

  private final ReorderBuffer<Integer> buffer = new ReorderBuffer<>(3);
  private int taken;

  @Actor
  public void producers() {
    buffer.put(1, 2);
    buffer.put(0, 1);
    buffer.put(2, 3);
  }

  @Actor
  public void consumer() {
    take();
    take();
    take();
  }

  @Arbiter
  public void rest(I_Result r) {
    take();
    take();
    take();
    take();
    r.r1 = taken;
  }

  private void take() {
    taken = appended(taken, buffer.poll());
  }

  static int appended(int digits, @Nullable Integer digit) {
    return digit == null ? digits : digits * 10 + digit;
  }

  /** What "consumer only" is there for: two threads poll, and get the same element. */
  @Twin(without = "the confinement of poll to one consumer")
  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = ACCEPTABLE,
      desc = "One element each: the schedule was kind.")
  @Outcome(expect = ACCEPTABLE_INTERESTING, desc = "The same element twice, or one lost.")
  @State
  public static class TwoConsumers {

    private final ReorderBuffer<Integer> buffer = new ReorderBuffer<>(3);

    public TwoConsumers() {
      buffer.put(0, 1);
      buffer.put(1, 2);
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = appended(0, buffer.poll());
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = appended(0, buffer.poll());
    }
  }

  /** A queue in the buffer's place: first come, first served. */
  @Twin(without = "the order: a queue hands on what comes first")
  @JCStressTest
  @Outcome(id = "12", expect = ACCEPTABLE, desc = "The first was put before the second.")
  @Outcome(id = "21", expect = ACCEPTABLE_INTERESTING, desc = "The second overtook the first.")
  @Outcome(expect = FORBIDDEN, desc = "The queue is broken.")
  @State
  public static class Unordered {

    private final Queue<Integer> queue = new ConcurrentLinkedQueue<>();

    @Actor
    public void firstParser() {
      queue.add(1);
    }

    @Actor
    public void secondParser() {
      queue.add(2);
    }

    @Arbiter
    public void consumer(I_Result r) {
      r.r1 = appended(appended(0, queue.poll()), queue.poll());
    }
  }
}
