package quintet.suite.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary.Estimate;
import quintet.suite.statistics.Interval;

/**
 * How a number is written, so that it reads the same on the page, in Markdown and on the console.
 *
 * <p>What is missing, infinite or no number is {@link #ABSENT}, and never 0. All methods are pure.
 */
public final class Numbers {

  /** Stands where nothing was measured. */
  public static final String ABSENT = "\u2013";

  /** Stands where the ends of an interval are so far apart that it tells nothing. */
  public static final String TOO_WIDE = "the rounds differ too much";

  /** Of the high end to the low one. */
  private static final double WIDEST = 100;

  private static final double NEARLY = 0.9;
  private static final int RATE_DIGITS = 4;
  private static final int DIGITS = 3;
  private static final double PERCENT = 100;
  private static final double NANOS_IN_MICRO = 1e3;

  private static final List<Unit> BYTES =
      List.of(new Unit(1e9, "GB"), new Unit(1e6, "MB"), new Unit(1e3, "kB"), new Unit(1, "bytes"));
  private static final List<Unit> NANOS =
      List.of(new Unit(1e9, "s"), new Unit(1e6, "ms"), new Unit(1e3, "\u00b5s"), new Unit(1, "ns"));

  /** Of 1000 bytes, as a standard says; or of nanoseconds. */
  private record Unit(double size, String name) {}

  private Numbers() {}

  /** Two decimals, and three near 1, where they decide: {@code 1.86x}, {@code 0.997x}. */
  public static String ratio(double ratio) {
    return written(ratio, value -> ratioDecimals(value) + "x");
  }

  /** As a ratio: {@code 1.84 to 1.88}, {@code 0.985 to 1.012}. */
  public static String ratios(@Nullable Interval interval) {
    if (interval == null) {
      return ABSENT;
    }
    boolean isNearOne = isNearOne(interval.low()) || isNearOne(interval.high());
    return written(interval, value -> decimals(value, isNearOne), "");
  }

  /** Four significant digits: {@code 512,300}. */
  public static String rate(double unitsPerSecond) {
    return written(unitsPerSecond, value -> significant(value, RATE_DIGITS));
  }

  /** Four significant digits: {@code 510,200 to 514,400}. */
  public static String rates(@Nullable Interval interval) {
    return written(interval, value -> significant(value, RATE_DIGITS), "");
  }

  /** Whole: {@code 97 %}. */
  public static String percent(double fraction) {
    return written(fraction, value -> whole(value * PERCENT) + " %");
  }

  /** Whole: {@code 95 to 99 %}. */
  public static String percents(@Nullable Interval interval) {
    return written(interval, value -> whole(value * PERCENT), " %");
  }

  /** {@code 812 bytes}, {@code 1.67 kB}. */
  public static String bytes(double bytes) {
    return scaled(bytes, BYTES);
  }

  public static String bytes(@Nullable Interval interval) {
    return scaled(interval, BYTES);
  }

  /** {@code 830 ns}, {@code 1.75 µs}, {@code 2.31 ms}. */
  public static String nanos(double nanos) {
    return scaled(nanos, NANOS);
  }

  public static String nanos(@Nullable Interval interval) {
    return scaled(interval, NANOS);
  }

  /** Microseconds, in the unit that suits them. */
  public static String micros(double micros) {
    return nanos(micros * NANOS_IN_MICRO);
  }

  public static String micros(@Nullable Interval interval) {
    return nanos(
        interval == null
            ? null
            : new Interval(interval.low() * NANOS_IN_MICRO, interval.high() * NANOS_IN_MICRO));
  }

  /** {@code 100,000}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** As short as it can be: {@code 99}, {@code 2.5}. */
  public static String plain(double value) {
    return written(
        value, number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
  }

  /** The value of an estimate that may not be there. */
  public static String value(@Nullable Estimate estimate, DoubleFunction<String> form) {
    return estimate == null ? ABSENT : form.apply(estimate.value());
  }

  /** Three significant digits, without a unit. */
  public static String parameter(double value) {
    return written(value, number -> significant(number, DIGITS));
  }

  public static String parameters(@Nullable Interval interval) {
    return interval == null || !isBounded(interval)
        ? ABSENT
        : joined(interval, value -> significant(value, DIGITS));
  }

  private static String scaled(double value, List<Unit> units) {
    return written(
        value,
        number -> {
          var unit = unitOf(number, units);
          return significant(number / unit.size, DIGITS) + " " + unit.name;
        });
  }

  private static String scaled(@Nullable Interval interval, List<Unit> units) {
    if (interval == null) {
      return ABSENT;
    }
    var unit = unitOf(interval.high(), units);
    return written(interval, value -> significant(value / unit.size, DIGITS), " " + unit.name);
  }

  private static Unit unitOf(double value, List<Unit> units) {
    return units.stream()
        .filter(unit -> Math.abs(value) >= unit.size)
        .findFirst()
        .orElse(units.getLast());
  }

  private static String written(double value, DoubleFunction<String> form) {
    return Double.isFinite(value) ? form.apply(value) : ABSENT;
  }

  private static String written(
      @Nullable Interval interval, DoubleFunction<String> form, String unit) {
    if (interval == null || !isBounded(interval)) {
      return ABSENT;
    }
    return isTooWide(interval) ? TOO_WIDE : joined(interval, form) + unit;
  }

  private static boolean isBounded(Interval interval) {
    return Double.isFinite(interval.low()) && Double.isFinite(interval.high());
  }

  private static String joined(Interval interval, DoubleFunction<String> form) {
    return form.apply(interval.low()) + " to " + form.apply(interval.high());
  }

  /**
   * Of a ratio, or what is measured like one: a bootstrap of few rounds may give an end of 10 to
   * the power of 20 or -400, which nobody can use.
   */
  private static boolean isTooWide(Interval interval) {
    return interval.low() >= 0 && interval.high() > WIDEST * interval.low();
  }

  private static String ratioDecimals(double value) {
    return decimals(value, isNearOne(value));
  }

  private static boolean isNearOne(double value) {
    return value > NEARLY && value < 2 - NEARLY && value != 1;
  }

  private static String decimals(double value, boolean isNearOne) {
    return String.format(Locale.ROOT, isNearOne ? "%,.3f" : "%,.2f", value);
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String significant(double value, int digits) {
    var rounded = BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    if (rounded.signum() == 0) {
      return "0";
    }
    int decimals = Math.max(0, digits - rounded.precision() + rounded.scale());
    return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
  }
}
