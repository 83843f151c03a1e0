package quintet.suite.bench;

import java.time.Duration;

/** How long a run goes on. Rounds are whole: a ratio needs both of its forks from one round. */
sealed interface Budget {

  /** How many rounds that will be, if one takes so long. */
  int rounds(Duration each);

  /**
   * Whether another round may begin.
   *
   * @param begun how many have
   * @param used since the first
   */
  boolean allowsAnother(int begun, Duration used);

  /** So many rounds. */
  record Rounds(int rounds) implements Budget {

    @Override
    public int rounds(Duration each) {
      return rounds;
    }

    @Override
    public boolean allowsAnother(int begun, Duration used) {
      return begun < rounds;
    }
  }

  /** As many as fit; one in any case. */
  record Minutes(double minutes) implements Budget {

    private static final double MILLIS = 60_000;

    @Override
    public int rounds(Duration each) {
      return (int) Math.max(1, minutes * MILLIS / Math.max(1, each.toMillis()));
    }

    @Override
    public boolean allowsAnother(int begun, Duration used) {
      return begun == 0 || used.toMillis() * (begun + 1.0) / begun <= minutes * MILLIS;
    }
  }
}
