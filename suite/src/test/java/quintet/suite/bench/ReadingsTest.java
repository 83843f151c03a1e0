package quintet.suite.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

final class ReadingsTest {

  private static final double ROUNDING = 1e-9;

  private static RunResult result;

  @BeforeAll
  static void measure(@TempDir Path cache) throws RunnerException {
    result = OneFork.measured(cache);
  }

  @Test
  void everyIterationHasARateAnAllocationAndATime() {
    var readings = Readings.of(result, "records");
    for (var series : List.of(readings.rates(), readings.allocatedBytes(), readings.cpuNanos())) {
      assertEquals(OneFork.ITERATIONS, series.size());
      assertTrue(series.stream().allMatch(value -> value > 0), series::toString);
    }
  }

  @Test
  void theRateCountsUnitsAndNotOperations() {
    var records = Readings.of(result, "records").rates();
    var operations = Readings.of(result, "no such counter").rates();
    for (int i = 0; i < OneFork.ITERATIONS; i++) {
      assertEquals(OneFork.RECORDS, records.get(i) / operations.get(i), 1e-6 * OneFork.RECORDS);
    }
  }

  @Test
  void aCostIsThatOfOneUnit() {
    var ofARecord = Readings.of(result, "records");
    var ofARun = Readings.of(result, "no such counter");
    for (int i = 0; i < OneFork.ITERATIONS; i++) {
      double bytes = ofARun.allocatedBytes().get(i) / ofARecord.allocatedBytes().get(i);
      double nanos = ofARun.cpuNanos().get(i) / ofARecord.cpuNanos().get(i);
      assertEquals(OneFork.RECORDS, bytes, 1e-6 * OneFork.RECORDS);
      assertEquals(bytes, nanos, ROUNDING * bytes);
    }
  }
}
