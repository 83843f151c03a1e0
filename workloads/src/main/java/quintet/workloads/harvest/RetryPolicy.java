package quintet.workloads.harvest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Which tries are repeated, and after which pause. An immutable value.
 *
 * <p>Repeated are tries that may go better next time: no response (an I/O error, a timeout), 408
 * (Request Timeout), 429 (Too Many Requests) and 5xx. Another 4xx says that the request is wrong,
 * and it will not be less wrong later.
 *
 * <p>The pause before try n + 1 is drawn evenly from 0 to {@code base * 2^(n-1)}, at most {@code
 * longest}: exponential backoff with full jitter, which spreads the retries of many calls that
 * failed together (Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015). A
 * server that sends {@code Retry-After} (RFC 9110, 10.2.3), as seconds or as a date of HTTP, is
 * obeyed instead. One that asks for more than {@code longestAsked} is not asked again: to come
 * sooner is what it does not want.
 *
 * @param tries the most of one URL, the first included; {@link Harvest} says what a try is
 * @param base the upper end of the first pause
 * @param longest the longest pause of our own
 * @param longestAsked the longest pause that a server gets by asking for it; no try follows a
 *     longer one
 */
public record RetryPolicy(int tries, Duration base, Duration longest, Duration longestAsked) {

  /** Four tries within some seconds: enough for a hiccup, not for an outage. */
  public static final RetryPolicy USUAL =
      new RetryPolicy(4, Duration.ofMillis(250), Duration.ofSeconds(10), Duration.ofSeconds(60));

  /** Each URL is tried once. */
  public static final RetryPolicy NONE = USUAL.withTries(1);

  private static final int MOST_DOUBLINGS = 30;

  /** The form of today, and the two that whoever receives a date must read too (5.6.7). */
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          utc("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"),
          utc("EEE MMM ppd HH:mm:ss yyyy"));

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  public RetryPolicy {
    if (tries < 1) {
      throw new IllegalArgumentException(tries + " tries");
    }
    if (base.isNegative() || longest.isNegative() || longestAsked.isNegative()) {
      throw new IllegalArgumentException("a pause cannot be negative");
    }
  }

  public RetryPolicy withTries(int most) {
    return new RetryPolicy(most, base, longest, longestAsked);
  }

  /** No pause is longer: neither one that a server asks for, nor one of our own. */
  public RetryPolicy withLongestPause(Duration most) {
    return new RetryPolicy(tries, base, longest.compareTo(most) < 0 ? longest : most, most);
  }

  public static boolean mayGoBetter(int status) {
    return status == 408 || status == 429 || (status >= 500 && status <= 599);
  }

  /** The pause after so many tries, when no server asked for one. */
  public Duration backoff(int triesMade, RandomGenerator random) {
    long ceiling =
        Math.min(longest.toMillis(), base.toMillis() << Math.min(triesMade - 1, MOST_DOUBLINGS));
    return Duration.ofMillis(random.nextLong(Math.max(ceiling, 0) + 1));
  }

  /** The pause that the value of {@code Retry-After} asks for; empty if it is neither form. */
  public Optional<Duration> asked(String retryAfter, Instant now) {
    return seconds(retryAfter)
        .or(() -> until(retryAfter, now))
        .map(pause -> pause.isNegative() ? Duration.ZERO : pause);
  }

  /** Whether a server asks for more than it gets. */
  public boolean isTooLong(Duration asked) {
    return asked.compareTo(longestAsked) > 0;
  }

  private static Optional<Duration> seconds(String value) {
    var digits = value.strip();
    return digits.matches("[0-9]{1,18}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(digits)))
        : Optional.empty();
  }

  private static Optional<Duration> until(String value, Instant now) {
    return DATES.stream()
        .flatMap(form -> parsed(value.strip(), form).stream())
        .findFirst()
        .map(date -> Duration.between(now, date));
  }

  private static Optional<Instant> parsed(String date, DateTimeFormatter form) {
    try {
      return Optional.of(Instant.from(form.parse(date)));
    } catch (DateTimeException anotherForm) {
      return Optional.empty();
    }
  }
}
