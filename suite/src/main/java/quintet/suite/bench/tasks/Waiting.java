package quintet.suite.bench.tasks;

import java.time.Duration;
import java.util.List;
import java.util.function.LongUnaryOperator;
import quintet.workloads.tasks.data.Kernel;

/** A way to run tasks that wait: many more of them at the same time than there are cores. */
interface Waiting {

  /**
   * All results in order.
   *
   * @param calls so many tasks may wait at the same time
   */
  List<Long> list(int calls, int tasks, LongUnaryOperator task) throws Exception;

  /** A task that waits for so long, in earnest. */
  record Task(Duration latency) implements LongUnaryOperator {
    @Override
    public long applyAsLong(long number) {
      try {
        Thread.sleep(latency);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      return Kernel.hash(number, 1);
    }
  }
}
