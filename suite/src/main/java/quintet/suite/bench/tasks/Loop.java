package quintet.suite.bench.tasks;

import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;

/** One task after the other, in the calling thread: the baseline and the oracle. */
final class Loop implements Way {

  @Override
  public void stream(Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer) {
    for (int i = 0; i < tasks; i++) {
      consumer.accept(task.applyAsLong(i));
    }
  }

  @Override
  public int window() {
    return 1;
  }
}
