package quintet.suite.harvest;

import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import quintet.services.api.Latency;

/** A latency as a word: {@code 20ms}, {@code 5ms..50ms} or {@code lognormal:20ms,0.5}. */
final class LatencyConverter implements ITypeConverter<Latency> {

  private static final String TIME = "([0-9]{1,9})(us|ms|s)";
  private static final Pattern FIXED = Pattern.compile(TIME);
  private static final Pattern UNIFORM = Pattern.compile(TIME + "\\.\\." + TIME);
  private static final Pattern LOG_NORMAL =
      Pattern.compile("lognormal:" + TIME + ",([0-9]{1,3}(?:\\.[0-9]{1,9})?)");

  @Override
  public Latency convert(String word) {
    try {
      return latency(word);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + word + "': " + e.getMessage());
    }
  }

  private static Latency latency(String word) {
    var fixed = FIXED.matcher(word);
    if (fixed.matches()) {
      return Latency.fixed(time(fixed, 1));
    }
    var uniform = UNIFORM.matcher(word);
    if (uniform.matches()) {
      return Latency.uniform(time(uniform, 1), time(uniform, 3));
    }
    var logNormal = LOG_NORMAL.matcher(word);
    if (logNormal.matches()) {
      double sigma = Double.parseDouble(logNormal.group(3));
      return Latency.logNormal(time(logNormal, 1), sigma);
    }
    throw new IllegalArgumentException(
        "must be like 20ms, 5ms..50ms or lognormal:20ms,0.5 (units: us, ms, s)");
  }

  private static Duration time(MatchResult found, int group) {
    long number = Long.parseLong(found.group(group));
    return switch (found.group(group + 1)) {
      case "us" -> Duration.ofNanos(number * 1000);
      case "ms" -> Duration.ofMillis(number);
      default -> Duration.ofSeconds(number);
    };
  }
}
