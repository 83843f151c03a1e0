package quintet.suite.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Rival;
import quintet.suite.results.Summary.Row;

/** Variants with their rates; columns that would be empty are left out. */
final class RateTable {

  private final List<Row> rows;
  private final List<Cell> heads = new ArrayList<>();
  private final List<Function<Row, Cell>> columns = new ArrayList<>();

  private RateTable(List<Row> rows) {
    this.rows = rows;
  }

  /** With the ratios: for groups that no other table compares. */
  static Table compared(Group group) {
    var table = start(group);
    table.column(
        Cell.heading("beside " + Words.baseline(group)), row -> Cell.claim(row.speedUp(), null));
    Words.rival(group)
        .ifPresent(
            model -> table.column(Cell.heading(model + " over it"), row -> rival(row.rival())));
    return table.end(group);
  }

  /** The rates alone. */
  static Table plain(Group group) {
    return start(group).end(group);
  }

  private static RateTable start(Group group) {
    var rows = Stream.concat(Mark.sorted(group.rows()).stream(), group.ceilings().stream());
    var table = new RateTable(rows.toList());
    table.column(Cell.name("variant"), row -> Cell.name(row.name(), Mark.of(row.name())));
    if (table.rows.stream().anyMatch(row -> row.workers() > 0)) {
      table.column(Cell.heading(Words.workers(List.of(group))), row -> Cell.workers(row.workers()));
    }
    table.column(
        Cell.heading(group.unit() + " a second"), row -> Cell.value(row.rate(), Numbers::rate));
    table.column(Cell.heading("interval"), row -> Cell.range(row.rate(), Numbers::rates));
    return table;
  }

  private Table end(Group group) {
    if (rows.stream().anyMatch(row -> row.ofCeiling() != null)) {
      column(
          Cell.heading("of the ceiling"),
          row -> Cell.value(row.ofCeiling(), Numbers::percent).unlessWithheld(row.speedUp()));
      column(Cell.heading("interval"), row -> Cell.range(row.ofCeiling(), Numbers::percents));
    }
    if (Words.waits(group)) {
      column(
          Cell.heading("time / ideal"),
          row -> Cell.ratio(row.timeOverIdeal()).unlessWithheld(row.speedUp()));
    }
    column(Cell.heading("forks"), row -> forks(row));
    var lines =
        rows.stream()
            .map(row -> Table.Row.of(columns.stream().map(cell -> cell.apply(row)).toList()))
            .toList();
    return Table.of("Rates: " + Words.group(group), heads, lines);
  }

  private void column(Cell head, Function<Row, Cell> cell) {
    heads.add(head);
    columns.add(cell);
  }

  private static Cell rival(@Nullable Rival rival) {
    return rival == null ? Cell.ABSENT : Cell.claim(rival.comparison(), null);
  }

  private static Cell forks(Row row) {
    return row.forks().isEmpty() ? Cell.ABSENT : Cell.number(Numbers.count(row.forks().size()));
  }
}
