package quintet.suite.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Row;

/** What a unit costs: memory that is allocated for it, and processor time. */
final class CostTable {

  private CostTable() {}

  static boolean isEmpty(List<Group> groups) {
    return groups.stream().flatMap(group -> group.rows().stream()).noneMatch(CostTable::hasCost);
  }

  static Table of(List<Group> groups) {
    var heads = new ArrayList<Cell>();
    heads.add(Cell.name("variant"));
    heads.add(Cell.heading("workers"));
    heads.add(Cell.heading("allocated"));
    heads.add(Cell.heading("interval"));
    heads.add(Cell.heading("processor time"));
    heads.add(Cell.heading("interval"));
    var bodies = new ArrayList<Table.Body>();
    var shown = new HashSet<String>(); // models stand beside their peers, too
    for (var group : groups) {
      var rows =
          Mark.sorted(group.rows()).stream()
              .filter(row -> hasCost(row) && shown.add(row.id()))
              .map(CostTable::row)
              .toList();
      if (!rows.isEmpty()) {
        bodies.add(new Table.Body(Words.group(group), rows));
      }
    }
    return new Table(
        "Allocation and processor time of all threads, for each unit of the rates",
        List.of(),
        heads,
        bodies);
  }

  private static boolean hasCost(Row row) {
    return row.allocatedBytes() != null || row.cpuNanos() != null;
  }

  private static Table.Row row(Row row) {
    return Table.Row.of(
        List.of(
            Cell.name(row.name(), Mark.of(row.name())),
            Cell.workers(row.workers()),
            Cell.value(row.allocatedBytes(), Numbers::bytes),
            Cell.range(row.allocatedBytes(), Numbers::bytes),
            Cell.value(row.cpuNanos(), Numbers::nanos),
            Cell.range(row.cpuNanos(), Numbers::nanos)));
  }
}
