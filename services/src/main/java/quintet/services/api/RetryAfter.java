package quintet.services.api;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The header that tells a client when to come again (RFC 9110, 10.2.3).
 *
 * @param delay whole seconds
 * @param asDate whether it is told as an HTTP-date rather than as a number of seconds
 */
public record RetryAfter(Duration delay, boolean asDate) {

  /** RFC 9110, 5.6.7: two digits for the day, which the JDK's RFC 1123 format does not give. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** The header's value. A date is rounded up: to come a moment early would be refused again. */
  public String value(Instant now) {
    if (!asDate) {
      return Long.toString(delay.toSeconds());
    }
    var second = now.truncatedTo(ChronoUnit.SECONDS);
    return HTTP_DATE.format((second.equals(now) ? now : second.plusSeconds(1)).plus(delay));
  }
}
