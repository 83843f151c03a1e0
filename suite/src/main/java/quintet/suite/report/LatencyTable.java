package quintet.suite.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary.Estimate;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Row;

/** Percentiles of the time that one caller waits. */
final class LatencyTable {

  private LatencyTable() {}

  static Table of(Group group) {
    var heads = new ArrayList<Cell>();
    heads.add(Cell.name("variant"));
    heads.add(Cell.heading("workers"));
    LatencyFigure.PERCENTILES.forEach(percentile -> heads.add(Cell.heading(percentile)));
    heads.add(Cell.heading("requests"));
    var rows =
        Mark.sorted(group.rows()).stream()
            .filter(row -> row.latency() != null)
            .map(LatencyTable::row)
            .map(Table.Row::of)
            .toList();
    return Table.of("Latency: " + Words.group(group), heads, rows);
  }

  private static List<Cell> row(Row row) {
    var cells = new ArrayList<Cell>();
    cells.add(Cell.name(row.name(), Mark.of(row.name())));
    cells.add(Cell.workers(row.workers()));
    var latency = row.latency();
    if (latency != null) {
      LatencyFigure.estimates(latency).forEach(estimate -> cells.add(cell(estimate)));
      cells.add(Cell.number(Numbers.count(latency.requests())));
    }
    return cells;
  }

  private static Cell cell(@Nullable Estimate estimate) {
    return estimate == null
        ? Cell.ABSENT
        : Cell.number(Numbers.micros(estimate.value()), Numbers.micros(estimate.interval()));
  }
}
