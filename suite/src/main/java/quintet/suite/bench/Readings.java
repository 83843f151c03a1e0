package quintet.suite.bench;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What JMH found in one fork, an entry for each measured iteration, and all of it per unit: per
 * record, say, and not per run over all records, so that it does not depend on the input's size.
 *
 * @param rates units a second
 * @param allocatedBytes per unit
 * @param cpuNanos per unit
 */
record Readings(List<Double> rates, List<Double> allocatedBytes, List<Double> cpuNanos) {

  private static final String ALLOCATED_BYTES = "gc.alloc.rate.norm";
  private static final double NANOS_A_MILLI = 1e6;

  /**
   * @param unit the name of the counter that counts the units; where there is none, an operation is
   *     a unit
   */
  static Readings of(RunResult result, String unit) {
    var iterations =
        result.getBenchmarkResults().stream()
            .map(BenchmarkResult::getIterationResults)
            .flatMap(Collection::stream)
            .toList();
    var operations = iterations.stream().map(i -> i.getPrimaryResult().getScore()).toList();
    var counted = secondary(iterations, unit);
    var rates = counted.isEmpty() ? operations : counted;
    return new Readings(
        rates,
        perUnit(secondary(iterations, ALLOCATED_BYTES), operations, rates, 1),
        perUnit(secondary(iterations, CpuTimeProfiler.LABEL), operations, rates, NANOS_A_MILLI));
  }

  /** Empty where the fork did not report it in each iteration. */
  private static List<Double> secondary(List<IterationResult> iterations, String label) {
    var found =
        iterations.stream()
            .map(iteration -> iteration.getSecondaryResults().get(label))
            .filter(Objects::nonNull)
            .map(result -> result.getScore())
            .toList();
    return found.size() == iterations.size() ? found : List.of();
  }

  private static List<Double> perUnit(
      List<Double> perOperation, List<Double> operations, List<Double> units, double factor) {
    return IntStream.range(0, perOperation.size())
        .mapToObj(i -> perOperation.get(i) * factor * operations.get(i) / units.get(i))
        .toList();
  }
}
