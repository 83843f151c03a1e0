package quintet.workloads.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final RetryPolicy policy =
      new RetryPolicy(9, Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(60));

  @ParameterizedTest
  @CsvSource({"1, 100", "2, 200", "3, 400", "5, 1600", "6, 2000", "40, 2000", "2000000000, 2000"})
  void aPauseIsDrawnFromAllUpToADoublingCeiling(int tries, long ceilingMillis) {
    var random = new SplittableRandom(1);
    var pauses = IntStream.range(0, 2_000).mapToLong(_ -> policy.backoff(tries, random).toMillis());

    var statistics = pauses.summaryStatistics();

    assertTrue(statistics.getMin() <= ceilingMillis / 20, statistics::toString);
    assertTrue(statistics.getMax() <= ceilingMillis, statistics::toString);
    assertTrue(statistics.getMax() >= ceilingMillis * 19 / 20, statistics::toString);
    assertEquals(ceilingMillis / 2.0, statistics.getAverage(), ceilingMillis / 20.0);
  }

  @Test
  void theLongestPauseIsOneOfOurOwnToo() {
    assertEquals(
        new RetryPolicy(9, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(1)),
        policy.withLongestPause(Duration.ofSeconds(1)));
    assertEquals(
        new RetryPolicy(9, Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofHours(1)),
        policy.withLongestPause(Duration.ofHours(1)));
  }

  @Test
  void aPolicyWithoutPausesHasNone() {
    var none = new RetryPolicy(3, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    assertEquals(Duration.ZERO, none.backoff(2, RandomGenerator.getDefault()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; 0",
        "7; 7",
        " 12 ; 12",
        "61; 61",
        "4000000000; 4000000000",
        "Fri, 20 Nov 2026 12:00:30 GMT; 30",
        "Fri, 20 Nov 2026 11:00:00 GMT; 0",
        "Friday, 20-Nov-26 12:00:30 GMT; 30",
        "Fri Nov 20 12:00:30 2026; 30",
        "Sun Dec  6 12:00:00 2026; 1382400"
      })
  void bothFormsOfRetryAfterAreUnderstood(String value, long seconds) {
    assertEquals(Optional.of(Duration.ofSeconds(seconds)), policy.asked(value, NOW));
  }

  @Test
  void aServerMayAskForAPauseUpToTheLongest() {
    assertFalse(policy.isTooLong(Duration.ofSeconds(60)));
    assertTrue(policy.isTooLong(Duration.ofSeconds(61)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "2026-11-20T12:00:30Z", "99999999999999999999"})
  void whatIsNeitherFormIsNoRequest(String value) {
    assertEquals(Optional.empty(), policy.asked(value, NOW));
  }

  @ParameterizedTest
  @CsvSource({"408, true", "429, true", "500, true", "503, true", "599, true"})
  @CsvSource({"200, false", "301, false", "400, false", "404, false", "600, false"})
  void onlyWhatMayGoBetterIsRepeated(int status, boolean repeated) {
    assertEquals(repeated, RetryPolicy.mayGoBetter(status));
  }

  @Test
  void aPolicyThatNeverTriesIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> policy.withTries(0));
  }
}
