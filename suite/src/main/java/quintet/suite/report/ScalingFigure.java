package quintet.suite.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary.Estimate;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Row;
import quintet.suite.results.Summary.Scaling;
import quintet.suite.statistics.Interval;

/**
 * Speed-up over workers: each model with its intervals, and what it could have been.
 *
 * @param cores physical; 0 if unknown
 * @param ticks numbers of workers that are written at the axis
 */
record ScalingFigure(
    String kind,
    List<Line> lines,
    List<Point> ceiling,
    List<Published.Point> published,
    int cores,
    List<Integer> ticks,
    String counted,
    Extent extent,
    boolean withheld)
    implements Figure.Data {

  private static final String KIND = "scaling";

  private static final String CEILING =
      "The ceiling is what the machine gave to the same work without input and order, over its own"
          + " rate with one thread.";
  private static final String IDEAL =
      "The ceiling is the ideal: every place in flight always taken, or every core always busy.";

  /**
   * One model.
   *
   * @param fitted pairs of workers and speed-up
   */
  record Line(String name, Mark mark, List<Point> points, List<List<Double>> fitted) {}

  /**
   * One measured speed-up.
   *
   * @param words all of it, for a reader who points at it
   */
  record Point(
      int workers, double value, @Nullable Double low, @Nullable Double high, String words) {

    static Point of(String name, int workers, double value, @Nullable Interval interval) {
      var range = interval == null ? "" : " (" + Numbers.ratios(interval) + ")";
      return new Point(
          workers,
          value,
          interval == null ? null : interval.low(),
          interval == null ? null : interval.high(),
          name + ", workers: " + workers + ", " + Numbers.ratio(value) + range);
    }
  }

  static Figure of(String id, String title, Group group, Extent extent, int cores, boolean held) {
    var published = Published.of(group.piece());
    var data =
        new ScalingFigure(
            KIND,
            lines(group),
            ceiling(group),
            published.points(),
            cores,
            ticks(group, published),
            Words.workers(List.of(group)),
            extent,
            held);
    return new Figure(id, title, caption(group, cores) + published.caption(), notes(group), data);
  }

  private static List<Line> lines(Group group) {
    var names = group.rows().stream().map(Row::name).distinct().toList();
    var lines = new ArrayList<Line>();
    for (var name : Mark.inOrder(names)) {
      var points = group.rows().stream().filter(row -> row.name().equals(name)).toList();
      var measured = points.stream().flatMap(row -> point(row).stream()).toList();
      if (!measured.isEmpty()) {
        lines.add(new Line(name, Mark.of(name), measured, fitted(group, name)));
      }
    }
    return lines;
  }

  private static List<Point> point(Row row) {
    var speedUp = row.speedUp();
    return speedUp == null || row.workers() < 1
        ? List.of()
        : List.of(Point.of(row.name(), row.workers(), speedUp.ratio(), speedUp.interval()));
  }

  private static List<List<Double>> fitted(Group group, String name) {
    return group.scaling().stream()
        .filter(scaling -> scaling.name().equals(name) && scaling.refused() == null)
        .flatMap(scaling -> scaling.curve().stream())
        .map(point -> List.of(point.workers(), point.speedUp()))
        .toList();
  }

  private static List<Point> ceiling(Group group) {
    var byWorkers = new TreeMap<Integer, Estimate>();
    for (var row : group.rows()) {
      var ceiling = row.ceiling();
      if (ceiling != null && row.workers() > 0) {
        byWorkers.putIfAbsent(row.workers(), ceiling);
      }
    }
    var points = new ArrayList<Point>();
    byWorkers.forEach(
        (workers, it) -> points.add(Point.of("ceiling", workers, it.value(), it.interval())));
    return points;
  }

  private static List<Integer> ticks(Group group, Published published) {
    var ticks = new ArrayList<Integer>();
    group.rows().forEach(row -> ticks.add(row.workers()));
    published.points().forEach(point -> ticks.add(point.workers()));
    return ticks.stream().filter(workers -> workers > 0).distinct().sorted().toList();
  }

  private static String caption(Group group, int cores) {
    var line =
        "Speed-up over " + Words.workers(List.of(group)) + "; " + Words.baseline(group) + " is 1. ";
    var band = "Bars and bands are the intervals, moved a little sideways to be told apart. ";
    var core = cores > 0 ? "The upright line stands at the physical cores. " : "";
    return line + band + core + (Words.waits(group) ? IDEAL : CEILING);
  }

  /** Why nothing is fitted, once for all names with the same reason. */
  private static List<String> notes(Group group) {
    var refused = new LinkedHashMap<String, List<String>>();
    for (var scaling : Mark.sorted(group.scaling(), Scaling::name)) {
      var why = scaling.refused();
      if (why != null) {
        refused.computeIfAbsent(why, _ -> new ArrayList<>()).add(scaling.name());
      }
    }
    var notes = new ArrayList<String>();
    refused.forEach(
        (why, names) ->
            notes.add("No curve is fitted for " + String.join(", ", names) + ": " + why));
    if (group.scaling().stream().map(Scaling::refused).anyMatch(why -> why == null)) {
      notes.add("The dashed curves are fitted, and end where the measurements end.");
    }
    return notes;
  }
}
