package quintet.suite.bench.harvest;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.options.TimeValue;
import quintet.suite.bench.kit.LatencyLog;
import quintet.suite.harvest.ApiProcess;
import quintet.workloads.harvest.Harvest;

/** What is timed is right: every contender has an ok row of each URL, and nothing else. */
@Timeout(60)
final class HarvestAnswersTest {

  private static final int LIMIT = 7;

  private static ApiProcess api;
  private static Load load;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    api = ApiProcess.start(Duration.ofMillis(1), Load.SEED);
    load = Load.of(api, 100, LIMIT, 0);
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  static Stream<Harvest> contenders() {
    return Stream.of(
            Stream.of(Player.values()).map(Player::harvest),
            Stream.of(Peer.values()),
            Stream.of(Form.values()))
        .flatMap(harvest -> harvest);
  }

  @ParameterizedTest
  @MethodSource("contenders")
  void everyContenderHasARowOfEachUrl(Harvest harvest) throws Exception {
    load.play(harvest, csv());
    load.check(csv());
  }

  @Test
  void theIdealMakesAllCalls() throws Exception {
    var ceiling = new HarvestCeiling();
    ceiling.workers = 50;
    ceiling.urls = 100;
    ceiling.checkAnswer();
    try {
      var rate = new CallRate();
      ceiling.ideal(rate);
      assertEquals(100, rate.calls);
    } finally {
      ceiling.stop();
    }
  }

  @Test
  void everyRequestIsAnsweredAndItsLatencyIsRecorded() throws Exception {
    var requests = new HarvestRequests();
    requests.model = Player.ASYNC;
    requests.requestsPerSecond = 1_000;
    requests.callsPerRequest = 3;
    requests.checkAnswer();
    try {
      requests.beginLoad();
      var log = new LatencyLog();
      log.begin(new IterationParams(IterationType.WARMUP, 1, TimeValue.NONE, 1));
      assertEquals(3, requests.request(log).ok());
      assertEquals(1, log.latencies().waits().requests());
    } finally {
      requests.stop();
    }
  }

  @Test
  void aMissingRowIsNotTimed() throws Exception {
    load.play(Player.SEQUENTIAL.harvest(), csv());
    assertDoesNotThrow(() -> load.check(csv()));
    var lines = Files.readAllLines(csv());
    Files.write(csv(), lines.subList(0, lines.size() - 1));
    assertThrows(IllegalStateException.class, () -> load.check(csv()));
  }

  @Test
  void fewInFlightMakeFewerCalls() {
    assertEquals(40, Load.of(api, 1_000, 1, 0).urls().size());
    assertEquals(42, Load.of(api, 1_000, 1, 5).urls().size());
    assertEquals(1_000, Load.of(api, 1_000, 50, 0).urls().size());
  }

  private Path csv() {
    return folder.resolve("harvest.csv");
  }
}
