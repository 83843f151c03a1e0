package quintet.suite.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary;
import quintet.suite.statistics.Estimate;
import quintet.suite.statistics.Interval;
import quintet.suite.statistics.RoundBootstrap;

/**
 * The numbers of a summary have six significant digits: more than anybody reads, and fewer than
 * what differs between two processors' logarithms, so that a summary can be computed again
 * anywhere.
 */
final class Numbers {

  private static final MathContext DIGITS = new MathContext(6);

  private Numbers() {}

  static double rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
  }

  /** Null if the data does not bound the value on both sides. */
  static @Nullable Interval rounded(Optional<Interval> interval) {
    return interval
        .filter(each -> Double.isFinite(each.low()) && Double.isFinite(each.high()))
        .map(each -> new Interval(rounded(each.low()), rounded(each.high())))
        .orElse(null);
  }

  /** Of a value for each round; null if there is none. What can be 0 has no interval. */
  static Summary.@Nullable Estimate estimate(
      NavigableMap<Integer, Double> rounds, RoundBootstrap bootstrap) {
    var values = rounds.values().stream().mapToDouble(Double::doubleValue).toArray();
    if (values.length == 0) {
      return null;
    }
    for (double value : values) {
      if (!(value > 0)) {
        double mean = rounds.values().stream().mapToDouble(each -> each).average().orElseThrow();
        return new Summary.Estimate(rounded(mean), null);
      }
    }
    var estimate = Estimate.of(values, bootstrap);
    return new Summary.Estimate(rounded(estimate.value()), rounded(estimate.interval()));
  }
}
