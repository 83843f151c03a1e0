package quintet.suite.bench;

import java.time.Duration;

/**
 * How long one fork measures.
 *
 * @param warmUps iterations that are not counted
 * @param iterations that are
 * @param each how long an iteration lasts at least
 */
record Timing(int warmUps, int iterations, Duration each) {

  /** Enough for the compiler to be done in almost every fork. */
  static final Timing FULL = new Timing(4, 5, Duration.ofSeconds(1));

  /** Enough to see a large difference. */
  static final Timing QUICK = new Timing(2, 3, Duration.ofMillis(700));

  /** Starting a virtual machine and checking the answer in it, twice and cold. */
  private static final Duration BEFORE = Duration.ofSeconds(2);

  Duration estimate() {
    return BEFORE.plus(each.multipliedBy((long) warmUps + iterations));
  }
}
