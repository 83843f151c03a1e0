package quintet.suite.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary.Comparison;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Row;

/** Ratios with their intervals, and the ratio of each round. */
record RatioFigure(String kind, String baseline, List<Line> lines, boolean withheld)
    implements Figure.Data {

  private static final String KIND = "ratios";

  /**
   * One variant.
   *
   * @param expected what is known beforehand; null if nothing is
   */
  record Line(
      String name,
      Mark mark,
      double value,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double expected,
      String words,
      List<Double> rounds) {

    static Line of(String name, Mark mark, Comparison ratio, @Nullable Double expected) {
      var interval = ratio.interval();
      var range = interval == null ? "" : " (" + Numbers.ratios(interval) + ")";
      return new Line(
          name,
          mark,
          ratio.ratio(),
          interval == null ? null : interval.low(),
          interval == null ? null : interval.high(),
          expected,
          name + ": " + Numbers.ratio(ratio.ratio()) + range,
          ratio.rounds());
    }
  }

  static Figure of(String id, String title, Group group, boolean withheld) {
    var lines = Mark.sorted(group.rows()).stream().flatMap(row -> line(row).stream()).toList();
    return of(id, title, Words.baseline(group), lines, withheld);
  }

  static Figure of(String id, String title, String baseline, List<Line> lines, boolean withheld) {
    var caption =
        "Rate divided by that of "
            + baseline
            + ", which is 1. A dot is a round; the thick line is the interval.";
    return new Figure(
        id, title, caption, List.of(), new RatioFigure(KIND, baseline, lines, withheld));
  }

  private static List<Line> line(Row row) {
    var speedUp = row.speedUp();
    return speedUp == null
        ? List.of()
        : List.of(Line.of(Words.variant(row), Mark.of(row.name()), speedUp, null));
  }
}
