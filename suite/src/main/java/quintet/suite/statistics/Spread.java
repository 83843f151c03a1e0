package quintet.suite.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far the rounds of one sample are apart, on the log scale.
 *
 * @param rounds of the sample
 * @param variance of the logarithms, the sum of squares over one less than the rounds; 0 for one
 */
public record Spread(int rounds, double variance) {

  /**
   * What Student's t expects of more rounds that are as far apart as these: a quantile of the error
   * of a mean (one sample) or of a difference of means (two), on the log scale. The degrees of
   * freedom of two are Welch's (The generalization of Student's problem, Biometrika 34, 1947); of
   * one, the same formula gives the rounds less one.
   *
   * @param more rounds in each sample, at least 2 with those there are
   */
  static double error(List<Spread> samples, int more, double quantile) {
    double square = samples.stream().mapToDouble(each -> each.squaredError(more)).sum();
    if (square == 0) {
      return 0;
    }
    double weights =
        samples.stream()
            .mapToDouble(
                each -> Math.pow(each.squaredError(more) / square, 2) / (each.rounds + more - 1))
            .sum();
    return TDistribution.of(1 / weights).inverseCumulativeProbability(quantile) * Math.sqrt(square);
  }

  private double squaredError(int more) {
    return variance / (rounds + more);
  }
}
