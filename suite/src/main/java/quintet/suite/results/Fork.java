package quintet.suite.results;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one virtual machine measured: the unit that is repeated.
 *
 * @param variant the id of what it measured
 * @param round counted from 1
 * @param startedSeconds since the run began
 * @param rates units a second, of each measured iteration; empty where only latency is measured
 * @param allocatedBytes per unit, of each iteration
 * @param cpuNanos of all threads of the virtual machine, per unit, of each iteration
 * @param latencies all latencies, encoded as a histogram; null where none are measured
 * @param stolenPercent of the machine's processor time, taken by the hypervisor meanwhile; null if
 *     unknown
 * @param othersPercent of the machine's processor time, used by other processes meanwhile; null if
 *     unknown
 */
public record Fork(
    String variant,
    int round,
    double startedSeconds,
    List<Double> rates,
    List<Double> allocatedBytes,
    List<Double> cpuNanos,
    @Nullable String latencies,
    @Nullable Double stolenPercent,
    @Nullable Double othersPercent) {

  public Fork {
    requireNonNull(variant, "no variant");
    requireNonNull(rates, "no rates");
    requireNonNull(allocatedBytes, "no allocatedBytes");
    requireNonNull(cpuNanos, "no cpuNanos");
    rates = List.copyOf(rates);
    allocatedBytes = List.copyOf(allocatedBytes);
    cpuNanos = List.copyOf(cpuNanos);
  }
}
