package quintet.suite.bench.tasks;

import static java.util.stream.Collectors.toList;

import com.pivovarit.collectors.ParallelCollectors;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collector;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * parallel-collectors. Being a collector, it has taken the whole stream before it gives the first
 * result: it holds them all.
 *
 * @param batched a task for each worker, and not one for each element
 */
record WithParallelCollectors(boolean batched) implements Way {

  @Override
  public List<Long> list(Crew crew, int tasks, LongUnaryOperator task) {
    var numbers = LongStream.range(0, tasks).boxed();
    var collector =
        batched
            ? ParallelCollectors.Batching.<Long, Long, List<Long>>parallel(
                task::applyAsLong, toList(), crew.pool(), crew.workers())
            : ParallelCollectors.<Long, Long, List<Long>>parallel(
                task::applyAsLong, toList(), crew.pool(), crew.workers());
    return numbers.collect(collector).join();
  }

  @Override
  public void stream(Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer) {
    Collector<Long, ?, Stream<Long>> collector =
        batched
            ? ParallelCollectors.Batching.parallelToOrderedStream(
                task::applyAsLong, crew.pool(), crew.workers())
            : ParallelCollectors.parallelToOrderedStream(
                task::applyAsLong, crew.pool(), crew.workers());
    try (var results = LongStream.range(0, tasks).boxed().collect(collector)) {
      results.forEach(consumer::accept);
    }
  }

  @Override
  public int window() {
    return ALL;
  }
}
