package quintet.suite.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Row;

/** Piece by model: a line for each group and number of workers, a column for each model. */
final class SpeedUpTable {

  private final List<Group> groups;
  private final List<String> models;

  /**
   * @param groups of kind MODEL
   */
  SpeedUpTable(List<Group> groups) {
    this.groups = groups;
    this.models = models(groups);
  }

  /** The names that are compared with a baseline, in their order. */
  static List<String> models(List<Group> groups) {
    return Mark.inOrder(
        groups.stream()
            .flatMap(group -> group.rows().stream())
            .filter(row -> row.speedUp() != null)
            .map(Row::name)
            .distinct()
            .toList());
  }

  Table table() {
    var heads = new ArrayList<Cell>();
    heads.add(Cell.name(Words.workers(groups)));
    heads.add(Cell.heading("ceiling"));
    models.forEach(model -> heads.add(Cell.heading(model, Mark.of(model))));
    var bodies = groups.stream().map(this::body).toList();
    return new Table("Speed-up with its interval, by piece and model", List.of(), heads, bodies);
  }

  private Table.Body body(Group group) {
    var rows =
        workers(group).stream()
            .map(
                workers -> {
                  var cells = new ArrayList<Cell>();
                  cells.add(Cell.nameOfWorkers(workers));
                  cells.add(ceiling(group, workers));
                  models.forEach(model -> cells.add(cell(group, model, workers)));
                  return Table.Row.of(cells);
                })
            .toList();
    return new Table.Body(title(group), rows);
  }

  /** The group, and what its 1 is. */
  private static String title(Group group) {
    return group.rows().stream()
        .filter(row -> row.name().equals(group.baseline()))
        .map(Row::rate)
        .filter(Objects::nonNull)
        .map(
            rate ->
                "%s \u2013 1.00x is %s, %s %s a second"
                    .formatted(
                        Words.group(group),
                        Words.baseline(group),
                        Numbers.rate(rate.value()),
                        group.unit()))
        .findFirst()
        .orElse(Words.group(group));
  }

  /** In order; 0 where workers are not counted. */
  static List<Integer> workers(Group group) {
    return group.rows().stream()
        .filter(row -> row.speedUp() != null)
        .map(Row::workers)
        .distinct()
        .sorted()
        .toList();
  }

  static Cell ceiling(Group group, int workers) {
    return withWorkers(group, workers)
        .filter(row -> row.ceiling() != null)
        .map(row -> Cell.ratio(row.ceiling()).unlessWithheld(row.speedUp()))
        .findFirst()
        .orElse(Cell.ABSENT);
  }

  static Cell cell(Group group, String model, int workers) {
    return withWorkers(group, workers)
        .filter(row -> row.name().equals(model))
        .map(row -> Cell.claim(row.speedUp(), row.ofCeiling()))
        .findFirst()
        .orElse(Cell.ABSENT);
  }

  private static Stream<Row> withWorkers(Group group, int workers) {
    return group.rows().stream().filter(row -> row.workers() == workers);
  }
}
