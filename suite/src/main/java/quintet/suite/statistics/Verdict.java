package quintet.suite.statistics;

/**
 * What may be said about a ratio.
 *
 * <p>It is stated only if its interval excludes 1, and the effect is at least the threshold: the
 * ratio is 1 + threshold or more, or 1 / (1 + threshold) or less. That is the same for both
 * directions: if a variant is stated to be faster than another, the other is stated to be slower.
 */
public sealed interface Verdict {

  /** A difference under 2 % is not worth a claim, whatever the interval. */
  double THRESHOLD = 0.02;

  /**
   * The claim holds.
   *
   * @param direction of the effect
   */
  record Stated(Direction direction) implements Verdict {}

  /** There are fewer than {@link RoundBootstrap#FEWEST_ROUNDS} rounds, and so no interval. */
  record TooFewRounds(MoreRounds more) implements Verdict {}

  /** The interval holds 1: the data does not say which variant is faster. */
  record NotResolved(MoreRounds more) implements Verdict {}

  /** The interval excludes 1, but the effect is too small. More rounds do not help. */
  record UnderThreshold() implements Verdict {}

  /** Of the ratio's first variant. */
  enum Direction {
    FASTER,
    SLOWER
  }

  /** The verdict with the usual threshold. */
  static Verdict of(Ratio ratio) {
    return of(ratio, THRESHOLD);
  }

  /**
   * The verdict on a ratio.
   *
   * @param threshold the smallest effect that is stated, a share: 0.02 for 2 %
   * @throws IllegalArgumentException if the threshold is negative
   */
  static Verdict of(Ratio ratio, double threshold) {
    if (!(threshold >= 0)) {
      throw new IllegalArgumentException("A threshold is not negative, as is " + threshold);
    }
    if (ratio.interval().isEmpty()) {
      return new TooFewRounds(MoreRounds.of(ratio, threshold));
    }
    if (ratio.interval().get().contains(1)) {
      return new NotResolved(MoreRounds.of(ratio, threshold));
    }
    if (Math.max(ratio.value(), 1 / ratio.value()) < 1 + threshold) {
      return new UnderThreshold();
    }
    return new Stated(ratio.interval().get().low() > 1 ? Direction.FASTER : Direction.SLOWER);
  }

  /** Whether the ratio may be called a result. */
  default boolean isStated() {
    return this instanceof Stated;
  }
}
