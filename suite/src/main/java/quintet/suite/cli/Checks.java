package quintet.suite.cli;

import java.util.Locale;
import quintet.suite.InputException;

/** Bounds on what the user may ask for. */
public final class Checks {

  private Checks() {}

  /**
   * Checks a number that an option gave.
   *
   * @throws InputException if it is below {@code least} or above {@code most}
   */
  public static void range(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw new InputException(
          most == Long.MAX_VALUE
              ? String.format(Locale.ROOT, "%s must be at least %d, not %d", option, least, value)
              : String.format(
                  Locale.ROOT, "%s must be %d to %d, not %d", option, least, most, value));
    }
  }
}
