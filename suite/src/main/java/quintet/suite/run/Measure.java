package quintet.suite.run;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * A figure that follows from how long a play took.
 *
 * @param heading of its column
 * @param field its name in JSON, with the unit
 * @param format of its cell
 * @param ofSeconds the figure, of the median time
 */
record Measure(String heading, String field, String format, DoubleUnaryOperator ofSeconds) {

  /** So much in a second. */
  static Measure rate(String heading, String field, String format, double amount) {
    return new Measure(heading, field, format, seconds -> amount / seconds);
  }

  double of(Standing standing) {
    return ofSeconds.applyAsDouble(standing.medianNanos() / 1e9);
  }

  String cell(Standing standing) {
    return number(format, of(standing));
  }

  /** Where nothing was timed there is no number. */
  static String number(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
  }
}
