package quintet.suite.statistics;

import java.util.Locale;

/**
 * How many further rounds a claim is likely to take, if the rounds to come are as far apart as
 * those there are. It is a plan, not a promise: the spread of few rounds is itself uncertain.
 *
 * @param rounds at least 1; {@link #MOST} + 1 stands for any larger number
 */
public record MoreRounds(int rounds) {

  /** Nobody measures for longer. */
  public static final int MOST = 1_000;

  /**
   * How likely the claim then is. With the half width alone it would be a toss of a coin: the next
   * campaign's effect is smaller than this one's as often as it is larger.
   */
  static final double POWER = 0.8;

  /**
   * The smallest number for which the half width of the interval by Student's t, and what the power
   * adds to it, are below the effect on the log scale (the usual sample size of a t test). An
   * effect under the threshold is taken for the threshold: it is then settled whether there is one
   * to state.
   */
  static MoreRounds of(Ratio ratio, double threshold) {
    int fewest = Math.max(1, RoundBootstrap.FEWEST_ROUNDS - ratio.rounds());
    if (ratio.rounds() < 2) {
      return new MoreRounds(fewest);
    }
    double effect = Math.max(ratio.logEffect(), StrictMath.log1p(threshold));
    int more = fewest;
    while (more <= MOST && !suffices(ratio, more, effect)) {
      more++;
    }
    return new MoreRounds(more);
  }

  /** Whether even {@link #MOST} rounds are not likely to suffice. */
  public boolean isOverMost() {
    return rounds > MOST;
  }

  /** For a sentence: "about 7 more rounds". */
  @Override
  public String toString() {
    if (isOverMost()) {
      return String.format(Locale.ROOT, "more than %,d more rounds", MOST);
    }
    return rounds == 1 ? "about 1 more round" : "about " + rounds + " more rounds";
  }

  private static boolean suffices(Ratio ratio, int more, double effect) {
    double upper = 1 - (1 - ratio.confidence()) / 2;
    return Spread.error(ratio.spreads(), more, upper) + Spread.error(ratio.spreads(), more, POWER)
        < effect;
  }
}
