package quintet.suite.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import quintet.suite.cli.Table;
import quintet.suite.results.Kind;
import quintet.suite.results.Summary;
import quintet.suite.results.Summary.Comparison;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Rival;
import quintet.suite.results.Summary.Row;

/** A summary for the console: the verdict, and a table for each group. */
record SummaryLines(Summary summary) {

  List<String> all() {
    var lines = new ArrayList<String>();
    for (var group : summary.groups()) {
      lines.add("");
      lines.add(group.piece() + ", " + kind(group) + group.title());
      lines.addAll(group.kind() == Kind.LATENCY ? latencies(group) : rates(group));
    }
    controls(lines);
    lines.add("");
    summary.trust().withheld().forEach(reason -> lines.add("Withheld: " + reason));
    summary.trust().doubts().forEach(doubt -> lines.add("Note: " + doubt));
    lines.addAll(summary.verdict());
    return lines;
  }

  private static String kind(Group group) {
    return switch (group.kind()) {
      case PEER -> "peers, ";
      case LESSON -> "lessons, ";
      case LIMIT -> "limits, ";
      case LATENCY -> "latency, ";
      default -> "";
    };
  }

  private List<String> rates(Group group) {
    boolean hasIdeal = Words.waits(group);
    var heads =
        new ArrayList<>(
            List.of(
                "",
                Words.workers(List.of(group)),
                group.unit() + "/s",
                "ratio",
                confidence(),
                "of ceiling",
                ""));
    if (hasIdeal) {
      heads.add(heads.size() - 1, "time/ideal");
    }
    var table = new Table(heads.toArray(String[]::new));
    group.rows().forEach(row -> table.row(rate(row, hasIdeal)));
    group.ceilings().forEach(row -> table.row(rate(row, hasIdeal)));
    return Stream.concat(table.lines().stream(), rivals(group)).toList();
  }

  /** How the fastest model does against each of those beside it. */
  private static Stream<String> rivals(Group group) {
    return group.rows().stream()
        .flatMap(
            row ->
                Stream.ofNullable(row.rival())
                    .map(rival -> "  " + rival.name() + " over " + rivalry(row, rival)));
  }

  private static String rivalry(Row row, Rival rival) {
    var comparison = rival.comparison();
    var why = Claim.of(comparison).words();
    return row.name()
        + ": "
        + Numbers.ratio(comparison.ratio())
        + (comparison.interval() == null ? "" : " (" + interval(comparison) + ")")
        + (why == null ? "" : ", " + why);
  }

  private static String[] rate(Row row, boolean withIdeal) {
    var comparison = row.speedUp();
    var why = comparison == null ? null : Claim.of(comparison).words();
    var ideal = row.timeOverIdeal();
    var cells =
        new ArrayList<>(
            List.of(
                "  " + row.name(),
                workers(row),
                Numbers.value(row.rate(), Numbers::rate),
                comparison == null ? "" : Numbers.ratio(comparison.ratio()),
                comparison == null ? "" : interval(comparison),
                row.ofCeiling() == null ? "" : Numbers.percent(row.ofCeiling().value()),
                why == null ? "" : why));
    if (withIdeal) {
      cells.add(cells.size() - 1, ideal == null ? "" : Numbers.ratio(ideal.value()));
    }
    return cells.toArray(String[]::new);
  }

  private static String workers(Row row) {
    return row.workers() == 0 ? "" : Numbers.count(row.workers());
  }

  private static String interval(Comparison comparison) {
    return comparison.interval() == null ? "" : Numbers.ratios(comparison.interval());
  }

  private static List<String> latencies(Group group) {
    var heads = new ArrayList<>(List.of("", "workers"));
    heads.addAll(LatencyFigure.PERCENTILES);
    var table = new Table(heads.toArray(String[]::new));
    for (var row : group.rows()) {
      var latency = row.latency();
      if (latency != null) {
        var cells = new ArrayList<>(List.of("  " + row.name(), workers(row)));
        LatencyFigure.estimates(latency)
            .forEach(estimate -> cells.add(Numbers.value(estimate, Numbers::micros)));
        table.row(cells.toArray(String[]::new));
      }
    }
    return table.lines();
  }

  private void controls(List<String> lines) {
    var table = new Table("", "ratio", confidence(), "right is", "");
    for (var check : summary.trust().checks()) {
      var found = check.row().speedUp();
      if (found != null) {
        table.row(
            "  " + check.piece() + ": " + check.row().name(),
            Numbers.ratio(found.ratio()),
            interval(found),
            Numbers.ratio(check.expected()),
            check.outcome().words());
      }
    }
    if (table.lines().size() > 1) {
      lines.add("");
      lines.add("control and plant");
      lines.addAll(table.lines());
    }
  }

  private String confidence() {
    return Numbers.plain(summary.confidencePercent()) + " % interval";
  }
}
