package quintet.workloads.tasks.data;

import java.time.Duration;
import java.util.function.LongUnaryOperator;
import quintet.workloads.tasks.Time;

/**
 * What a generated task does that waits, as for the answer of a server: nothing for so long, and
 * then hardly anything. An immutable value.
 *
 * @param latency how long each task waits
 * @param time the machine's in benchmarks, a test's own in tests
 */
public record Errand(Duration latency, Time time) implements LongUnaryOperator {

  /**
   * The result of the task with this number, after the wait.
   *
   * @throws IllegalStateException if the thread is interrupted; it stays so
   */
  @Override
  public long applyAsLong(long number) {
    try {
      time.sleep(latency);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while it waited", e);
    }
    return result(number);
  }

  /** The result alone. */
  public static long result(long number) {
    return Kernel.hash(number, 1);
  }
}
