package quintet.suite.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import quintet.services.api.ApiServer;
import quintet.services.api.Behaviour;
import quintet.services.api.Faults;
import quintet.services.api.Latency;
import quintet.suite.cli.Session;
import quintet.workloads.harvest.Summary;

@Timeout(60)
final class HarvestProgressTest {

  /** So late that the line is drawn by then. */
  private static final Latency LATE = Latency.fixed(Duration.ofMillis(1_100));

  @TempDir private Path folder;

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

  private Session harvest(List<URI> addresses) throws IOException {
    var urls =
        Files.write(folder.resolve("urls.txt"), addresses.stream().map(URI::toString).toList());
    return Session.animated(
        folder, "harvest", urls, "-o", folder.resolve("out.csv"), "--limit", 1, "--resume");
  }

  @Test
  void itIsDrawnOnTerminals() throws IOException {
    var gone = Behaviour.seeded(1).with(LATE).with(Faults.NONE.withGone(100));
    try (var server = ApiServer.start(gone)) {
      var drawn = harvest(List.of(server.uri(1))).err();
      assertTrue(
          drawn.matches("(?s)\\r\\[#{24}] 100 %  1 done, 1 failed, \\d+/s, 0:00 left\\r.*"), drawn);
    }
  }

  @Test
  void rowsOfAddressesThatAreNoLongerAskedForAreNone() throws IOException {
    try (var before = ApiServer.start(Behaviour.seeded(1));
        var now = ApiServer.start(Behaviour.seeded(1).with(LATE))) {
      assertEquals(0, harvest(IntStream.range(1, 9).mapToObj(before::uri).toList()).exitCode());
      var drawn = harvest(List.of(before.uri(1), now.uri(1), now.uri(2))).err();
      assertTrue(
          drawn.matches("(?s)\\r\\[#{12}\\.{12}]  50 %  1 done, 0 failed, \\d+/s, .* left\\r.*"),
          drawn);
    }
  }
}
