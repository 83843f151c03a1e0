package quintet.suite.analysis;

import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary.Comparison;
import quintet.suite.results.Summary.Standing;
import quintet.suite.statistics.MoreRounds;
import quintet.suite.statistics.Ratio;
import quintet.suite.statistics.RoundBootstrap;
import quintet.suite.statistics.Verdict;

/**
 * Makes comparisons of ratios, all by the same rules.
 *
 * @param threshold the smallest effect that is stated, a share
 * @param withheld whether nothing is stated
 * @param rounds of the run that are complete: a variant that is ahead of its run's control is not
 *     checked by it
 */
public record Comparisons(
    RoundBootstrap bootstrap, double threshold, boolean withheld, int rounds) {

  /** Of two variants of one run; null if they have no round in common. */
  @Nullable Comparison paired(
      NavigableMap<Integer, Double> variant, NavigableMap<Integer, Double> baseline) {
    var ratio = Rounds.ratio(variant, baseline, bootstrap);
    return ratio == null ? null : of(ratio);
  }

  /** What may be said of a ratio. */
  public Comparison of(Ratio ratio) {
    boolean isDecided = rounds >= RoundBootstrap.FEWEST_ROUNDS && isBounded(ratio);
    var interval = isDecided ? Numbers.rounded(ratio.interval()) : null;
    var verdict = isDecided ? Verdict.of(ratio, threshold) : undecided(ratio);
    return new Comparison(
        Numbers.rounded(ratio.value()),
        interval,
        withheld && isDecided ? Standing.WITHHELD : standing(verdict),
        withheld && isDecided ? null : moreRounds(verdict),
        rounded(ratio.perRound()));
  }

  /** With few rounds of which most are equal, an end of the interval may be infinite. */
  private static boolean isBounded(Ratio ratio) {
    return ratio.interval().filter(it -> Double.isFinite(it.high()) && it.low() > 0).isPresent();
  }

  private Verdict undecided(Ratio ratio) {
    if (ratio.interval().isEmpty()) {
      return Verdict.of(ratio, threshold);
    }
    int measured = Math.min(rounds, ratio.rounds());
    int more = Math.max(1, RoundBootstrap.FEWEST_ROUNDS - measured);
    return new Verdict.TooFewRounds(new MoreRounds(more));
  }

  private static Standing standing(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Stated stated ->
          stated.direction() == Verdict.Direction.FASTER ? Standing.FASTER : Standing.SLOWER;
      case Verdict.UnderThreshold _ -> Standing.UNDER_THRESHOLD;
      case Verdict.TooFewRounds _, Verdict.NotResolved _ -> Standing.NOT_SUPPORTED;
    };
  }

  private static @Nullable Integer moreRounds(Verdict verdict) {
    return switch (verdict) {
      case Verdict.TooFewRounds(MoreRounds more) -> more.rounds();
      case Verdict.NotResolved(MoreRounds more) -> more.rounds();
      case Verdict.Stated _, Verdict.UnderThreshold _ -> null;
    };
  }

  private static List<Double> rounded(List<Double> values) {
    return values.stream().map(Numbers::rounded).toList();
  }
}
