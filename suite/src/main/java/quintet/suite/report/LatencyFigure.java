package quintet.suite.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary.Estimate;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Latency;
import quintet.suite.results.Summary.Row;

/** How long one of so many callers waits, in microseconds. */
record LatencyFigure(String kind, List<String> percentiles, List<Line> lines)
    implements Figure.Data {

  private static final String KIND = "latency";
  static final List<String> PERCENTILES = List.of("p50", "p90", "p99", "p99.9", "max");

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

  /** One for each of {@link #PERCENTILES}; null where too few requests are beyond it. */
  static List<@Nullable Estimate> estimates(Latency latency) {
    var estimates = new ArrayList<@Nullable Estimate>();
    estimates.add(latency.p50());
    estimates.add(latency.p90());
    estimates.add(latency.p99());
    estimates.add(latency.knowsP999() ? latency.p999() : null);
    estimates.add(new Estimate(latency.maximum(), null));
    return estimates;
  }

  private static List<@Nullable Point> points(Row row, Latency latency) {
    var estimates = estimates(latency);
    var points = new ArrayList<@Nullable Point>();
    for (int i = 0; i < estimates.size(); i++) {
      points.add(point(Words.variant(row) + ", " + PERCENTILES.get(i), estimates.get(i)));
    }
    return points;
  }

  private static @Nullable Point point(String name, @Nullable Estimate estimate) {
    if (estimate == null || !(estimate.value() > 0) || !Double.isFinite(estimate.value())) {
      return null;
    }
    var interval = estimate.interval();
    var range = interval == null ? "" : " (" + Numbers.micros(interval) + ")";
    return new Point(
        estimate.value(),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        name + ": " + Numbers.micros(estimate.value()) + range);
  }
}
