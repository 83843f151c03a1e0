package quintet.suite.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.suite.latency.Latencies;
import quintet.suite.latency.PooledWaits;
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

  private static final double[] PERCENTS = {50, 90, 99, 99.9};

  private LatencySummary() {}

  /** Null where no fork measured latency. */
  static @Nullable Latency of(Collection<Fork> forks, long seed) {
    var parts =
        forks.stream().map(Fork::latencies).filter(Objects::nonNull).map(Latencies::parse).toList();
    if (parts.isEmpty()) {
      return null;
    }
    var waits = new PooledWaits(parts);
    var found = waits.micros(waits.forks(), PERCENTS);
    var intervals = intervals(waits, seed);
    var all = Latencies.merged(parts).waits();
    return new Latency(
        estimate(found, intervals, 0),
        estimate(found, intervals, 1),
        estimate(found, intervals, 2),
        estimate(found, intervals, 3),
        Numbers.rounded(all.maxMicros()),
        all.requests());
  }

  private static List<Interval> intervals(PooledWaits waits, long seed) {
    return waits.forks().size() < RoundBootstrap.FEWEST_ROUNDS
        ? List.of()
        : RoundBootstrap.forFits(seed)
            .percentile(waits.forks(), drawn -> waits.micros(drawn, PERCENTS));
  }

  private static Estimate estimate(double[] values, List<Interval> intervals, int which) {
    var interval = intervals.isEmpty() ? null : intervals.get(which);
    return new Estimate(
        Numbers.rounded(values[which]),
        interval == null
            ? null
            : new Interval(Numbers.rounded(interval.low()), Numbers.rounded(interval.high())));
  }
}
