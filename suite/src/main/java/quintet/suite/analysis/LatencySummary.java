package quintet.suite.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.suite.latency.Latencies;
import quintet.suite.results.Fork;
import quintet.suite.results.Summary.Estimate;
import quintet.suite.results.Summary.Latency;
import quintet.suite.statistics.Interval;
import quintet.suite.statistics.RoundBootstrap;

/**
 * Percentiles of the requests of all forks together: percentiles cannot be averaged, so histograms
 * are added. Their intervals are percentile intervals over resampled forks.
 */
final class LatencySummary {

  private LatencySummary() {}

  /** Null where no fork measured latency. */
  static @Nullable Latency of(Collection<Fork> forks, long seed) {
    var parts =
        forks.stream().map(Fork::latencies).filter(Objects::nonNull).map(Latencies::parse).toList();
    if (parts.isEmpty()) {
      return null;
    }
    var all = Latencies.merged(parts).waits();
    var found = percentiles(parts);
    var intervals = intervals(parts, seed);
    return new Latency(
        estimate(found, intervals, 0),
        estimate(found, intervals, 1),
        estimate(found, intervals, 2),
        estimate(found, intervals, 3),
        Numbers.rounded(all.maxMicros()),
        all.requests());
  }

  private static List<@Nullable Interval> intervals(List<Latencies> parts, long seed) {
    if (parts.size() < RoundBootstrap.FEWEST_ROUNDS) {
      return List.of();
    }
    return List.copyOf(RoundBootstrap.forFits(seed).percentile(parts, LatencySummary::percentiles));
  }

  private static double[] percentiles(List<Latencies> parts) {
    var all = Latencies.merged(parts).waits();
    return new double[] {all.p50Micros(), all.p90Micros(), all.p99Micros(), all.p999Micros()};
  }

  private static Estimate estimate(double[] values, List<@Nullable Interval> intervals, int which) {
    var interval = intervals.isEmpty() ? null : intervals.get(which);
    return new Estimate(
        Numbers.rounded(values[which]),
        interval == null
            ? null
            : new Interval(Numbers.rounded(interval.low()), Numbers.rounded(interval.high())));
  }
}
