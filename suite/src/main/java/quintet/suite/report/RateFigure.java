package quintet.suite.report;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Row;

/** What every fork measured, and the mean of each variant. */
record RateFigure(String kind, String unit, List<Bar> bars, int rounds, double highest)
    implements Figure.Data {

  private static final String KIND = "rates";

  /** One variant. */
  record Bar(
      String name,
      Mark mark,
      double value,
      @Nullable Double low,
      @Nullable Double high,
      String words,
      List<Dot> dots) {}

  /** One fork. */
  record Dot(int round, double value, String words) {}

  static Figure of(String id, String title, Group group) {
    return of(id, title, group, highest(List.of(group)));
  }

  /**
   * A figure that can be compared with others.
   *
   * @param highest rate that the axis must hold
   */
  static Figure of(String id, String title, Group group, double highest) {
    var bars = bars(group);
    int rounds = bars.stream().flatMap(b -> b.dots.stream()).mapToInt(Dot::round).max().orElse(1);
    var caption =
        Words.capital(group.unit())
            + " a second. A dot is a fork, the first round above and the last below; the bar ends at"
            + " the mean, and the line through its end is the interval.";
    return new Figure(
        id, title, caption, List.of(), new RateFigure(KIND, group.unit(), bars, rounds, highest));
  }

  static boolean isEmpty(Group group) {
    return bars(group).isEmpty();
  }

  /** The highest rate that any of these figures shows. */
  static double highest(List<Group> groups) {
    double highest = 0;
    for (var group : groups) {
      for (var bar : bars(group)) {
        highest = Math.max(highest, bar.high == null ? bar.value : bar.high);
        for (var dot : bar.dots) {
          highest = Math.max(highest, dot.value);
        }
      }
    }
    return highest > 0 ? highest : 1;
  }

  private static List<Bar> bars(Group group) {
    return Stream.concat(Mark.sorted(group.rows()).stream(), group.ceilings().stream())
        .flatMap(row -> bar(row, group.unit()).stream())
        .toList();
  }

  private static List<Bar> bar(Row row, String unit) {
    var rate = row.rate();
    if (rate == null) {
      return List.of();
    }
    var name = Words.variant(row);
    var interval = rate.interval();
    var range = interval == null ? "" : " (" + Numbers.rates(interval) + ")";
    var dots =
        row.forks().stream()
            .map(
                fork ->
                    new Dot(
                        fork.round(),
                        fork.rate(),
                        name + ", round " + fork.round() + ": " + Numbers.rate(fork.rate())))
            .toList();
    return List.of(
        new Bar(
            name,
            Mark.of(row.name()),
            rate.value(),
            interval == null ? null : interval.low(),
            interval == null ? null : interval.high(),
            name + ": " + Numbers.rate(rate.value()) + " " + unit + " a second" + range,
            dots));
  }
}
