package quintet.suite.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.suite.InputException;

final class LatenciesTest {

  @TempDir Path folder;

  @Test
  void withoutRequestsAllIsZero() {
    assertEquals(new Quantiles(0, 0, 0, 0, 0, 0), new Latencies().waits());
  }

  @Test
  void percentilesAreInMicroseconds() {
    var waits = requests(1_000, 250_000).waits();
    assertEquals(1_000, waits.requests());
    assertEquals(250, waits.p50Micros(), 0.25);
    assertEquals(250, waits.maxMicros(), 0.25);
  }

  @Test
  void whatIsHandedOverArrivesWhole() throws IOException {
    var latencies = requests(1_000, 250_000);
    latencies.record(0, 3_000_000, 7_000_000_000L);
    latencies.recordPacing(50_000);
    var file = folder.resolve("latencies");
    latencies.write(file);
    var found = Latencies.read(file);
    assertEquals(latencies.waits(), found.waits());
    assertEquals(latencies.service(), found.service());
    assertEquals(latencies.pacing(), found.pacing());
  }

  @Test
  void noRequestsAreHandedOverToo() throws IOException {
    var file = folder.resolve("latencies");
    new Latencies().write(file);
    assertEquals(0, Latencies.read(file).waits().requests());
  }

  @Test
  void aFileThatIsCutOffIsNotTakenForAWholeOne() throws IOException {
    var file = folder.resolve("latencies");
    requests(10, 1_000).write(file);
    var lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() - 1));
    assertThrows(IOException.class, () -> Latencies.read(file));
  }

  @Test
  void whatWasReadAsTextIsTheSame() throws IOException {
    var file = folder.resolve("latencies");
    requests(10, 1_000).write(file);
    assertEquals(10, Latencies.parse(Files.readString(file)).waits().requests());
  }

  @Test
  void textThatIsDamagedIsRefused() throws IOException {
    var file = folder.resolve("latencies");
    requests(10, 1_000).write(file);
    var text = Files.readString(file);
    for (int end = 0; end < text.length(); end += 50) {
      var part = text.substring(0, end);
      assertThrows(InputException.class, () -> Latencies.parse(part));
    }
  }

  @Test
  void aForkThatWroteNothingIsNotTakenForOneWithoutRequests() {
    assertThrows(IOException.class, () -> Latencies.read(folder.resolve("missing")));
  }

  @Test
  void percentilesOfForksTogetherAreNotTheAverageOfTheirs() {
    var fast = requests(9_900, 1_000);
    var slow = requests(100, 1_000_000);
    double average = (fast.waits().p90Micros() + slow.waits().p90Micros()) / 2;
    var together = Latencies.merged(List.of(fast, slow)).waits();
    assertEquals(10_000, together.requests());
    assertEquals(1, together.p90Micros(), 0.01);
    assertTrue(average > 500, "and the average is " + average);
    assertEquals(1_000, together.maxMicros(), 1);
  }

  private static Latencies requests(int count, long nanos) {
    var latencies = new Latencies();
    for (int i = 0; i < count; i++) {
      latencies.record(0, 0, nanos);
    }
    return latencies;
  }
}
