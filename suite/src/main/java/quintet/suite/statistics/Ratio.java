package quintet.suite.statistics;

import java.util.List;
import java.util.Optional;

/**
 * How much faster a variant is than another: the ratio of their geometric means.
 *
 * <p>The interval is that of the logarithm of the ratio, so that it does not matter which of the
 * two is divided by the other.
 *
 * @param value over 1 if the first variant is the faster one
 * @param interval of it; none for fewer than {@link RoundBootstrap#FEWEST_ROUNDS} rounds
 * @param confidence of the interval
 * @param perRound the ratio in each round, if the variants were measured in the same rounds
 * @param spreads of the logarithms: of the ratios, or of each variant if not in the same rounds
 */
public record Ratio(
    double value,
    Optional<Interval> interval,
    double confidence,
    List<Double> perRound,
    List<Spread> spreads) {

  public Ratio {
    perRound = List.copyOf(perRound);
    spreads = List.copyOf(spreads);
  }

  /**
   * Of two variants of a campaign. A round's ratio is taken first: what made the machine slow in
   * that round made both variants slow, and cancels out.
   *
   * @param variant the value of its fork in each round
   * @param baseline the same rounds of the other, which the variant is divided by
   * @throws IllegalArgumentException if there is no round, the rounds are not as many, or a value
   *     is not over 0 and finite
   */
  public static Ratio paired(double[] variant, double[] baseline, RoundBootstrap bootstrap) {
    var ratios = Logs.of(variant).minus(Logs.of(baseline));
    Optional<Interval> interval =
        ratios.haveAnInterval()
            ? Optional.of(bootstrap.mean(ratios.values()).map(StrictMath::exp))
            : Optional.empty();
    return new Ratio(
        StrictMath.exp(ratios.mean()),
        interval,
        bootstrap.confidence(),
        ratios.exponentials(),
        List.of(ratios.spread()));
  }

  /**
   * Of two campaigns, whose rounds have nothing to do with each other.
   *
   * @param variant the value of its fork in each round of its campaign
   * @param baseline that of the other in each round of another campaign
   * @throws IllegalArgumentException if one has no round, or a value is not over 0 and finite
   */
  public static Ratio unpaired(double[] variant, double[] baseline, RoundBootstrap bootstrap) {
    var ours = Logs.of(variant);
    var theirs = Logs.of(baseline);
    Optional<Interval> interval =
        ours.haveAnInterval() && theirs.haveAnInterval()
            ? Optional.of(bootstrap.difference(ours.values(), theirs.values()).map(StrictMath::exp))
            : Optional.empty();
    return new Ratio(
        StrictMath.exp(ours.mean() - theirs.mean()),
        interval,
        bootstrap.confidence(),
        List.of(),
        List.of(ours.spread(), theirs.spread()));
  }

  /** The rounds that were measured; of two campaigns, those of the shorter one. */
  public int rounds() {
    return spreads.stream().mapToInt(Spread::rounds).min().orElse(0);
  }

  /** The logarithm's distance from 0, where both are equally fast. */
  double logEffect() {
    return Math.abs(StrictMath.log(value));
  }
}
