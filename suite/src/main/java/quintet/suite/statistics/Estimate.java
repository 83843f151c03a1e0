package quintet.suite.statistics;

import java.util.Optional;

/**
 * A variant's rate.
 *
 * @param value the geometric mean over the rounds, in the unit of what was measured
 * @param interval of that mean; none for fewer than {@link RoundBootstrap#FEWEST_ROUNDS} rounds
 * @param rounds that were measured
 */
public record Estimate(double value, Optional<Interval> interval, int rounds) {

  /**
   * The mean of the logarithms, with its studentized interval, and back.
   *
   * @param rounds the value of the variant's fork in each
   * @throws IllegalArgumentException if there is none, or one is not over 0 and finite
   */
  public static Estimate of(double[] rounds, RoundBootstrap bootstrap) {
    var logs = Logs.of(rounds);
    Optional<Interval> interval =
        logs.haveAnInterval()
            ? Optional.of(bootstrap.mean(logs.values()).map(StrictMath::exp))
            : Optional.empty();
    return new Estimate(StrictMath.exp(logs.mean()), interval, rounds.length);
  }
}
