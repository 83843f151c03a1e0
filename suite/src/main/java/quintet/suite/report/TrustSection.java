package quintet.suite.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary;
import quintet.suite.results.Summary.Comparison;
import quintet.suite.results.Summary.Row;

/** The control and the plant: what the run finds where the answer is known. */
final class TrustSection {

  private static final String CONTROL =
      "The control is the baseline once more, under another name. Its ratio must include 1.";
  private static final String PLANT =
      "The plant is the baseline with a known part of more work. The run must see that it is"
          + " slower, by about as much as was planted.";

  private TrustSection() {}

  static Section of(Summary summary) {
    var trust = summary.trust();
    var rows = new ArrayList<Table.Row>();
    var lines = new ArrayList<RatioFigure.Line>();
    add(rows, lines, "control", trust.control(), 1, TrustSection::held);
    add(rows, lines, "plant", trust.plant(), trust.plantedRatio(), TrustSection::seen);
    var blocks = new ArrayList<Block>();
    blocks.add(Block.text(CONTROL + " " + PLANT));
    var heads =
        List.of(
            Cell.name("check"),
            Cell.heading("expected"),
            Cell.heading("found"),
            Cell.name("outcome"));
    blocks.add(Block.table(Table.of("Control and plant", heads, rows)));
    if (!lines.isEmpty()) {
      blocks.add(
          Block.figure(
              RatioFigure.of("control-and-plant", "Their ratios", "the baseline", lines, false)));
    }
    return new Section("trust", "Control and plant", blocks);
  }

  private interface Outcome {
    String of(Comparison ratio);
  }

  private static void add(
      List<Table.Row> rows,
      List<RatioFigure.Line> lines,
      String check,
      @Nullable Row row,
      double expected,
      Outcome outcome) {
    var ratio = row == null ? null : row.speedUp();
    var cells = new ArrayList<Cell>();
    cells.add(Cell.name(check));
    cells.add(Cell.number(Numbers.ratio(expected)));
    if (ratio == null) {
      cells.add(Cell.ABSENT);
      cells.add(Cell.words("not measured"));
    } else {
      cells.add(Cell.number(Numbers.ratio(ratio.ratio()), Numbers.ratios(ratio.interval())));
      cells.add(Cell.words(outcome.of(ratio)));
      lines.add(RatioFigure.Line.of(check, Mark.of(check), ratio, expected));
    }
    rows.add(Table.Row.of(cells));
  }

  private static String held(Comparison ratio) {
    var interval = ratio.interval();
    if (interval == null) {
      return "undecided: too few rounds";
    }
    return interval.low() <= 1 && interval.high() >= 1 ? "held" : "not held";
  }

  private static String seen(Comparison ratio) {
    var interval = ratio.interval();
    if (interval == null) {
      return "undecided: too few rounds";
    }
    return interval.high() < 1 ? "seen" : "not seen";
  }
}
