package quintet.suite.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import quintet.suite.InputException;
import quintet.suite.cli.Checks;

/** How long a run goes on, in rounds or in minutes, as options. Filled by picocli. */
final class LengthOption {

  private static final int MOST_ROUNDS = 1_000;
  private static final double MOST_MINUTES = 24 * 60;

  @Option(
      names = {"--rounds", "--forks"},
      paramLabel = "N",
      description = "Each measures every variant once; default: quick 8, standard 20, thorough 30.")
  private @Nullable Integer rounds;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description = "As many rounds as fit into so many minutes.")
  private @Nullable Double minutes;

  void check() {
    if (rounds != null) {
      Checks.range("--rounds", rounds, 1, MOST_ROUNDS);
    }
    if (minutes != null && !(minutes > 0 && minutes <= MOST_MINUTES)) {
      throw new InputException(
          String.format(Locale.ROOT, "--minutes must be over 0 and at most %.0f", MOST_MINUTES));
    }
  }

  boolean isInMinutes() {
    return minutes != null;
  }

  Budget or(int usualRounds) {
    if (minutes != null) {
      return new Budget.Minutes(minutes);
    }
    return new Budget.Rounds(rounds == null ? usualRounds : rounds);
  }
}
