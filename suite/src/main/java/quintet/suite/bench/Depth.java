package quintet.suite.bench;

import java.time.Duration;
import java.util.Locale;

/** How much is measured where the user does not say. */
enum Depth {
  /** One group of each piece, as many workers as cores, and few rounds of short forks. */
  QUICK(8, new Timing(2, 3, Duration.ofMillis(350))),

  /** The groups that are usual for the piece, and a sweep over the workers. */
  STANDARD(20, new Timing(5, 5, Duration.ofMillis(400))),

  /** All groups, and longer forks: what the compiler does late is seen too. */
  THOROUGH(30, new Timing(4, 5, Duration.ofSeconds(1)));

  private final int rounds;
  private final Timing timing;

  Depth(int rounds, Timing timing) {
    this.rounds = rounds;
    this.timing = timing;
  }

  int rounds() {
    return rounds;
  }

  Timing timing() {
    return timing;
  }

  boolean sweeps() {
    return this != QUICK;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
