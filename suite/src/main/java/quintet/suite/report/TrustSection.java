package quintet.suite.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import quintet.suite.results.Summary;
import quintet.suite.results.Summary.Check;

/** The control and the plant: what the run finds where the answer is known. */
final class TrustSection {

  private static final String CONTROL =
      "The control is the baseline once more, under another name. Its ratio must include 1.";
  private static final String PLANT =
      "The plant is the baseline with a known part of more work. The run must see that it is"
          + " slower, by about as much as was planted.";

  private TrustSection() {}

  static Section of(Summary summary) {
    var rows = new ArrayList<Table.Row>();
    var lines = new ArrayList<RatioFigure.Line>();
    summary.trust().checks().forEach(check -> add(rows, lines, check));
    var blocks = new ArrayList<Block>();
    blocks.add(Block.text(CONTROL + " " + PLANT));
    var heads =
        List.of(
            Cell.name("check"),
            Cell.name("of"),
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

  private static void add(List<Table.Row> rows, List<RatioFigure.Line> lines, Check check) {
    var name = check.kind().name().toLowerCase(Locale.ROOT);
    var cells = new ArrayList<Cell>();
    cells.add(Cell.name(name));
    cells.add(Cell.words(check.piece() + ": " + check.row().name()));
    cells.add(Cell.number(Numbers.ratio(check.expected())));
    var ratio = check.row().speedUp();
    if (ratio == null) {
      cells.add(Cell.ABSENT);
    } else {
      cells.add(Cell.number(Numbers.ratio(ratio.ratio()), Numbers.ratios(ratio.interval())));
      lines.add(RatioFigure.Line.of(name, Mark.of(name), ratio, check.expected()));
    }
    cells.add(Cell.words(check.outcome().words()));
    rows.add(Table.Row.of(cells));
  }
}
