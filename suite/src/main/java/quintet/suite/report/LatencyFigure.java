package quintet.suite.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary.Estimate;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Latency;
import quintet.suite.results.Summary.Row;

/** How long one of so many callers waits, in microseconds. */
record LatencyFigure(String kind, List<String> percentiles, List<Line> lines)
    implements Figure.Data {

  private static final String KIND = "latency";
  private static final String RAREST = "p99.9";
  static final List<String> PERCENTILES = List.of("p50", "p90", "p99", RAREST, "max");

  /** One variant; null stands for what is not there. */
  record Line(String name, Mark mark, List<@Nullable Point> points) {}

  record Point(double value, @Nullable Double low, @Nullable Double high, String words) {}

  static Figure of(String id, String title, Group group) {
    var lines = new ArrayList<Line>();
    for (var row : Mark.sorted(group.rows())) {
      var latency = row.latency();
      if (latency != null) {
        lines.add(new Line(Words.variant(row), Mark.of(row.name()), points(row, latency)));
      }
    }
    var caption =
        "Latency on a logarithmic axis: half of all requests are faster than p50, and one in a"
            + " thousand is slower than p99.9. Upright lines are the intervals over the forks.";
    return new Figure(id, title, caption, List.of(), new LatencyFigure(KIND, PERCENTILES, lines));
  }

  /** By percentile, without the maximum. */
  static Map<String, Estimate> estimates(Latency latency) {
    return Map.of(
        "p50", latency.p50(), "p90", latency.p90(), "p99", latency.p99(), "p99.9", latency.p999());
  }

  private static List<@Nullable Point> points(Row row, Latency latency) {
    var estimates = estimates(latency);
    var points = new ArrayList<@Nullable Point>();
    for (var percentile : PERCENTILES) {
      if (percentile.equals(RAREST) && !latency.knowsP999()) {
        points.add(null);
        continue;
      }
      var estimate = estimates.getOrDefault(percentile, new Estimate(latency.maximum(), null));
      var interval = estimate.interval();
      var range = interval == null ? "" : " (" + Numbers.micros(interval) + ")";
      points.add(
          estimate.value() > 0 && Double.isFinite(estimate.value())
              ? new Point(
                  estimate.value(),
                  interval == null ? null : interval.low(),
                  interval == null ? null : interval.high(),
                  Words.variant(row)
                      + ", "
                      + percentile
                      + ": "
                      + Numbers.micros(estimate.value())
                      + range)
              : null);
    }
    return points;
  }
}
