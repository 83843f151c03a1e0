package quintet.suite.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary.Group;

/** Several machines in one table; each number is that of one machine. */
final class MergedTables {

  private final List<Machine> machines;

  MergedTables(List<Machine> machines) {
    this.machines = machines;
  }

  /** A block of columns for each machine that has the group. */
  Table speedUps(String title, List<@Nullable Group> groups) {
    var spans = new ArrayList<Table.Span>();
    var heads = new ArrayList<Cell>();
    spans.add(new Table.Span("", 1));
    heads.add(Cell.name("workers"));
    var workers = new TreeSet<Integer>();
    for (int i = 0; i < groups.size(); i++) {
      var group = groups.get(i);
      if (group != null) {
        var models = SpeedUpTable.models(List.of(group));
        spans.add(new Table.Span(title(i), 1 + models.size()));
        heads.add(Cell.heading("ceiling"));
        models.forEach(model -> heads.add(Cell.heading(model, Mark.of(model))));
        workers.addAll(SpeedUpTable.workers(group));
      }
    }
    var rows = workers.stream().map(count -> row(groups, count)).toList();
    return new Table(
        "Speed-up with its interval: " + title, spans, heads, List.of(new Table.Body(null, rows)));
  }

  private String title(int machine) {
    boolean withheld = machines.get(machine).summary().trust().isWithheld();
    return withheld ? MergedSections.name(machine) + " (withheld)" : MergedSections.name(machine);
  }

  private static Table.Row row(List<@Nullable Group> groups, int workers) {
    var cells = new ArrayList<Cell>();
    cells.add(Cell.nameOfWorkers(workers));
    for (var group : groups) {
      if (group != null) {
        cells.add(SpeedUpTable.ceiling(group, workers));
        SpeedUpTable.models(List.of(group))
            .forEach(model -> cells.add(SpeedUpTable.cell(group, model, workers)));
      }
    }
    return Table.Row.of(cells);
  }

  /** A column for each machine. */
  Table environments() {
    var labels = new LinkedHashSet<String>();
    machines.forEach(machine -> machine.facts().forEach(fact -> labels.add(fact.label())));
    var heads = new ArrayList<Cell>();
    heads.add(Cell.name(""));
    for (int i = 0; i < machines.size(); i++) {
      heads.add(Cell.name(MergedSections.name(i)));
    }
    var rows = new ArrayList<Table.Row>();
    for (var label : labels) {
      var cells = new ArrayList<Cell>();
      cells.add(Cell.name(label));
      machines.forEach(machine -> cells.add(Cell.words(fact(machine, label))));
      rows.add(Table.Row.of(cells));
    }
    return Table.of("Environments", heads, rows);
  }

  private static String fact(Machine machine, String label) {
    return machine.facts().stream()
        .filter(fact -> fact.label().equals(label))
        .map(Fact::value)
        .findFirst()
        .orElse(Numbers.ABSENT);
  }
}
