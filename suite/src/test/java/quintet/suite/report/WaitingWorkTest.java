package quintet.suite.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quintet.suite.results.Kind;
import quintet.suite.results.Summary.Estimate;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Latency;
import quintet.suite.results.Summary.Row;

/** What is said otherwise of calls that wait than of threads that compute. */
final class WaitingWorkTest {

  private static Estimate about(double value) {
    return new Estimate(value, null);
  }

  private static Group group(@Nullable Estimate overIdeal, @Nullable Latency latency) {
    var row =
        new Row(
            "id",
            "async",
            50,
            about(2_000),
            List.of(),
            null,
            null,
            null,
            null,
            null,
            latency,
            null,
            overIdeal);
    return new Group(
        "harvest", Kind.MODEL, "calls", "calls", null, List.of(row), List.of(), List.of());
  }

  @Test
  void workersOfCallsAreCallsInFlight() {
    var waiting = group(about(1.1), null);
    var computing = group(null, null);

    assertEquals("calls in flight", Words.workers(List.of(waiting)));
    assertEquals("workers", Words.workers(List.of(computing)));
    assertEquals("workers", Words.workers(List.of(waiting, computing)));
  }

  @ParameterizedTest
  @CsvSource({"4_999, false", "5_000, true"})
  void aPercentileHasAtLeastFiveRequestsBeyondIt(String requests, boolean known) {
    var latency =
        new Latency(
            about(1), about(2), about(3), about(4), 5, Long.parseLong(requests.replace("_", "")));
    var row = LatencyTable.of(group(null, latency)).bodies().getFirst().rows().getFirst();

    assertEquals(known ? Numbers.micros(4) : Numbers.ABSENT, row.cells().get(5).text());
  }
}
