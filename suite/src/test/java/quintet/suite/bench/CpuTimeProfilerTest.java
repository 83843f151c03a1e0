package quintet.suite.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.Result;

@SuppressWarnings("NullAway") // what the profiler does not look at
final class CpuTimeProfilerTest {

  private static final BenchmarkParams BENCHMARK = null;
  private static final IterationParams ITERATION = null;

  @Test
  void theTimeIsSharedOutAmongAllOperationsOfTheIteration() {
    var result = measured(10, 5_000_000, 35_000_000).getFirst();
    assertEquals(3.0, result.getScore());
    assertEquals("cpu.time.norm", result.getLabel());
    assertEquals("ms/op", result.getScoreUnit());
  }

  @Test
  void withoutOperationsThereIsNothingToSay() {
    assertEquals(List.of(), measured(0, 5_000_000, 35_000_000));
  }

  @Test
  void aSystemThatDoesNotTellTheTimeIsNotBelieved() {
    assertEquals(List.of(), measured(10, -1, -1));
  }

  @Test
  void whatOneThreadWorksIsInTheProcessesTime() {
    var profiler = new CpuTimeProfiler();
    profiler.beforeIteration(BENCHMARK, ITERATION);
    work(100);
    var result = profiler.afterIteration(BENCHMARK, ITERATION, operations(1)).iterator().next();
    assertTrue(result.getScore() >= 80, "100 ms less twice the resolution, not " + result);
  }

  private static List<Result<?>> measured(long operations, long before, long after) {
    var clock = List.of(before, after).iterator();
    var profiler = new CpuTimeProfiler(clock::next);
    profiler.beforeIteration(BENCHMARK, ITERATION);
    return List.copyOf(profiler.afterIteration(BENCHMARK, ITERATION, operations(operations)));
  }

  private static IterationResult operations(long operations) {
    return new IterationResult(
        BENCHMARK, ITERATION, new IterationResultMetaData(operations, operations / 2));
  }

  /** By the thread's own clock: however long that takes by the wall's. */
  private static void work(long millis) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    while (threads.getCurrentThreadCpuTime() - start < TimeUnit.MILLISECONDS.toNanos(millis)) {
      Thread.onSpinWait();
    }
  }
}
