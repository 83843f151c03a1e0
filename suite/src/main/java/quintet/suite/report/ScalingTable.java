package quintet.suite.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary.Estimate;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Scaling;

/** The parameters of the fitted curves. */
final class ScalingTable {

  private ScalingTable() {}

  static boolean isEmpty(Group group) {
    return group.scaling().stream().allMatch(scaling -> scaling.refused() != null);
  }

  static Table of(Group group) {
    var heads =
        List.of(
            Cell.name("model"),
            Cell.heading("contention \u03c3"),
            Cell.heading("coherency \u03ba"),
            Cell.heading("serial part (Amdahl)"),
            Cell.heading("R\u00b2"));
    var rows =
        Mark.sorted(group.scaling(), Scaling::name).stream()
            .filter(scaling -> scaling.refused() == null)
            .map(ScalingTable::row)
            .toList();
    return Table.of("Fitted curves: " + Words.group(group), heads, rows);
  }

  private static Table.Row row(Scaling scaling) {
    var quality = scaling.quality();
    return Table.Row.of(
        List.of(
            Cell.name(scaling.name(), Mark.of(scaling.name())),
            parameter(scaling.sigma()),
            parameter(scaling.kappa()),
            parameter(scaling.serialFraction()),
            quality == null ? Cell.ABSENT : Cell.number(Numbers.parameter(quality))));
  }

  private static Cell parameter(@Nullable Estimate estimate) {
    return estimate == null
        ? Cell.ABSENT
        : Cell.number(Numbers.parameter(estimate.value()), Numbers.parameters(estimate.interval()));
  }
}
