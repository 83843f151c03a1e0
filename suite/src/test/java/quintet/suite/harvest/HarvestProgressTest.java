package quintet.suite.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import quintet.workloads.harvest.Summary;

final class HarvestProgressTest {

  private static Summary summary(long ok, long failed) {
    return new Summary(ok, failed, 0, 0, ok + failed, 0);
  }

  @Test
  void theTimeLeftFollowsFromTheRateSoFar() {
    assertEquals(
        "1,000 done, 10 failed, 100/s, 1:30 left",
        HarvestProgress.text(summary(990, 10), Duration.ofSeconds(10), OptionalLong.of(10_000)));
    assertEquals(
        "1 done, 0 failed, 1/s, 2:46:39 left",
        HarvestProgress.text(summary(1, 0), Duration.ofSeconds(1), OptionalLong.of(10_000)));
  }

  @Test
  void whereTheNumberIsUnknownNothingIsSaidOfTheTimeLeft() {
    assertEquals(
        "20 done, 0 failed, 10/s",
        HarvestProgress.text(summary(20, 0), Duration.ofSeconds(2), OptionalLong.empty()));
  }

  @Test
  void moreThanExpectedIsNoNegativeTime() {
    assertEquals(
        "20 done, 0 failed, 10/s, 0:00 left",
        HarvestProgress.text(summary(20, 0), Duration.ofSeconds(2), OptionalLong.of(5)));
  }
}
