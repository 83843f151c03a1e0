package quintet.suite.bench.tasks;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/**
 * A parallel stream of the JDK. It splits the range in halves, so that a thread has a whole part
 * done before the parts ahead of it are handed over: it holds what is done.
 */
final class WithParallelStream implements Way {

  @Override
  public List<Long> list(Crew crew, int tasks, LongUnaryOperator task) throws Exception {
    return with(crew.workers(), () -> stream(tasks, task).boxed().toList());
  }

  @Override
  public void stream(Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer)
      throws Exception {
    Callable<Boolean> run =
        () -> {
          stream(tasks, task).forEachOrdered(consumer);
          return true;
        };
    var _ = with(crew.workers(), run);
  }

  private static LongStream stream(int tasks, LongUnaryOperator task) {
    return LongStream.range(0, tasks).parallel().map(task);
  }

  /** In the common pool, where the caller helps, unless that has another number of threads. */
  private static <T> T with(int workers, Callable<T> run) throws Exception {
    if (workers == ForkJoinPool.getCommonPoolParallelism() + 1) {
      return run.call();
    }
    try (var pool = new ForkJoinPool(workers)) {
      return pool.submit(run).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public int window() {
    return ALL;
  }
}
