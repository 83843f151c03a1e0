package quintet.suite.bench.tasks;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import java.util.stream.Gatherers;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The JDK's gatherer for calls that wait: a virtual thread for each task, so many at a time. */
final class WithMapConcurrent implements Way {

  /**
   * More virtual threads than cores: each is started anew, and the cores should not wait for that.
   */
  private static final int THREADS = 16;

  @Override
  public List<Long> list(Crew crew, int tasks, LongUnaryOperator task) {
    return results(tasks, task).toList();
  }

  @Override
  public void stream(Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer) {
    results(tasks, task).forEachOrdered(consumer::accept);
  }

  private static Stream<Long> results(int tasks, LongUnaryOperator task) {
    return LongStream.range(0, tasks)
        .boxed()
        .gather(Gatherers.mapConcurrent(THREADS, task::applyAsLong));
  }

  /** One more is handed over while its place is taken. */
  @Override
  public int window() {
    return THREADS + 1;
  }
}
