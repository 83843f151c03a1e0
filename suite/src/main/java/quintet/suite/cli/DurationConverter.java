package quintet.suite.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A duration as a user writes it: 100ns, 1us, 20ms, 1.5s, 5m, 2h. */
public final class DurationConverter implements ITypeConverter<Duration> {

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(ns|us|\u00b5s|ms|s|m|h)");

  @Override
  public Duration convert(String text) {
    var form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no duration; examples: 100ns, 1us, 20ms, 1.5s, 5m, 2h");
    }
    var unit = BigDecimal.valueOf(unitNanos(form.group(2)));
    var nanos = new BigDecimal(form.group(1)).multiply(unit);
    if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new TypeConversionException("'" + text + "' is too long");
    }
    return Duration.ofNanos(nanos.longValue());
  }

  private static long unitNanos(String unit) {
    return switch (unit) {
      case "ns" -> 1L;
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> 1_000L;
    };
  }

  /** The shortest form that this class reads. */
  public static String text(Duration duration) {
    long nanos = duration.toNanos();
    for (var unit : new String[] {"h", "m", "s", "ms", "us"}) {
      if (nanos != 0 && nanos % unitNanos(unit) == 0) {
        return nanos / unitNanos(unit) + unit;
      }
    }
    return nanos + "ns";
  }
}
