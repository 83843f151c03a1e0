package quintet.suite.latency;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AbstractHistogram;

/**
 * What is said of a distribution of latencies, in microseconds. An immutable value. A high
 * percentile needs many values: below ten times 1,000 requests, {@code p999Micros} is little more
 * than the maximum.
 *
 * @param requests how many there were
 * @param p50Micros half of them took at most so long
 * @param p999Micros 999 of 1,000
 */
public record Quantiles(
    long requests,
    double p50Micros,
    double p90Micros,
    double p99Micros,
    double p999Micros,
    double maxMicros) {

  private static final double NANOS_PER_MICRO = TimeUnit.MICROSECONDS.toNanos(1);

  /** Of values in nanoseconds. Without values, all are 0. */
  static Quantiles of(AbstractHistogram nanos) {
    return new Quantiles(
        nanos.getTotalCount(),
        micros(nanos, 50),
        micros(nanos, 90),
        micros(nanos, 99),
        micros(nanos, 99.9),
        micros(nanos, 100));
  }

  private static double micros(AbstractHistogram nanos, double percentile) {
    return nanos.getValueAtPercentile(percentile) / NANOS_PER_MICRO;
  }
}
