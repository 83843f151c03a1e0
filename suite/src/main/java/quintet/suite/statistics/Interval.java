package quintet.suite.statistics;

import java.util.function.DoubleUnaryOperator;

/**
 * A confidence interval, both ends included. An end may be infinite: the data does not bound it.
 *
 * @param low end
 * @param high end, not below the low one
 */
public record Interval(double low, double high) {

  /**
   * @throws IllegalArgumentException if the ends are not in order, or are not numbers
   */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("No interval: from " + low + " to " + high);
    }
  }

  /** Whether the value lies in it, or on an end. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Whether the data contradicts the value. */
  public boolean excludes(double value) {
    return !contains(value);
  }

  /** Half the distance of the ends. */
  public double halfWidth() {
    return (high - low) / 2;
  }

  /** The interval on another scale. */
  Interval map(DoubleUnaryOperator increasing) {
    return new Interval(increasing.applyAsDouble(low), increasing.applyAsDouble(high));
  }
}
