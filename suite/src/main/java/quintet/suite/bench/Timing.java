package quintet.suite.bench;

import com.google.errorprone.annotations.Immutable;
import java.time.Duration;
import quintet.suite.results.Plan;

/**
 * How long one fork measures.
 *
 * @param warmUps iterations that are not counted
 * @param iterations that are
 * @param each how long an iteration lasts at least
 */
@Immutable
record Timing(int warmUps, int iterations, Duration each) {

  /** Starting a virtual machine and checking the answer in it, twice and cold. */
  private static final Duration BEFORE = Duration.ofMillis(1_700);

  /** An operation that has begun is finished. */
  private static final Duration OVERRUN = Duration.ofMillis(80);

  /** As an earlier run had it. */
  static Timing of(Plan plan) {
    return new Timing(plan.warmUps(), plan.iterations(), Duration.ofMillis(plan.iterationMillis()));
  }

  /** Of a fork, before any has been measured. */
  Duration estimate() {
    return BEFORE.plus(each.plus(OVERRUN).multipliedBy((long) warmUps + iterations));
  }
}
