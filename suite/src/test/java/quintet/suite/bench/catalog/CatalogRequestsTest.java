package quintet.suite.bench.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.options.TimeValue;
import quintet.suite.Models;
import quintet.suite.bench.kit.Cache;
import quintet.suite.bench.kit.LatencyLog;
import quintet.suite.latency.Latencies;
import quintet.workloads.catalog.Summary;

/** As JMH calls it, but for one request or none. */
final class CatalogRequestsTest {

  private static final int RECORDS = 50;

  @TempDir Path folder;

  private final LatencyLog log = new LatencyLog();

  @BeforeEach
  void useOwnFiles() {
    System.setProperty(Cache.FOLDER, folder.toString());
    System.setProperty(LatencyLog.FILE, folder.resolve("latencies").toString());
  }

  @AfterEach
  void useUsualFiles() {
    System.clearProperty(Cache.FOLDER);
    System.clearProperty(LatencyLog.FILE);
  }

  @ParameterizedTest
  @EnumSource
  void everyModelAnswersAsTheLoopDoes(Models model) throws Exception {
    log.begin(iteration(IterationType.WARMUP));
    assertEquals(RECORDS, request(model).records());
  }

  @Test
  void aWrongAnswerIsNotTimed() {
    var expected = new Answer(RECORDS, 1);
    assertThrows(IllegalStateException.class, () -> new Answer(RECORDS, 2).mustEqual(expected));
  }

  @Test
  void whatIsMeasuredIsHandedOverAndTheWarmUpIsNot() throws Exception {
    log.begin(iteration(IterationType.WARMUP));
    request(Models.SEQUENTIAL);
    log.begin(iteration(IterationType.MEASUREMENT));
    request(Models.SEQUENTIAL);
    log.begin(iteration(IterationType.MEASUREMENT));
    request(Models.SEQUENTIAL);
    log.handOver();
    assertEquals(2, Latencies.read(folder.resolve("latencies")).waits().requests());
  }

  @Test
  void withoutAPlaceForItNothingIsWritten() throws Exception {
    System.clearProperty(LatencyLog.FILE);
    log.handOver();
    try (var files = Files.list(folder)) {
      assertTrue(files.findAny().isEmpty());
    }
  }

  private Summary request(Models model) throws Exception {
    var benchmark = new CatalogRequests();
    benchmark.model = model;
    benchmark.workers = 2;
    benchmark.recordsPerRequest = RECORDS;
    benchmark.requestsPerSecond = 1_000;
    benchmark.checkAnswer();
    benchmark.beginLoad();
    return benchmark.request(log);
  }

  private static IterationParams iteration(IterationType type) {
    return new IterationParams(type, 1, TimeValue.NONE, 1);
  }
}
