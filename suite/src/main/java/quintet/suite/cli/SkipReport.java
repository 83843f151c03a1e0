package quintet.suite.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import quintet.workloads.catalog.Reason;
import quintet.workloads.catalog.Summary;

/** What a lenient run skipped and recovered: counts by reason, and the first places. */
public record SkipReport(Summary summary) {

  /** No lines if nothing was wrong. */
  public List<String> lines() {
    long flaws = summary.totalSkipped() + summary.totalRecovered();
    var lines = new ArrayList<String>();
    if (flaws == 0) {
      return lines;
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d skipped, %,d recovered, beside %,d good records:",
            summary.totalSkipped(),
            summary.totalRecovered(),
            summary.records() - summary.totalRecovered()));
    count(lines, "skipped", summary.skipped());
    count(lines, "recovered", summary.recovered());
    lines.add(flaws > summary.places().size() ? "The first of them:" : "They are:");
    for (var place : summary.places()) {
      var fate = place.recovered() ? "recovered" : "skipped";
      lines.add("  " + fate + "  " + Terminal.printable(place.error().getMessage()));
    }
    return lines;
  }

  private static void count(List<String> lines, String fate, Map<Reason, Long> counts) {
    for (var reason : Reason.values()) {
      long count = counts.getOrDefault(reason, 0L);
      if (count > 0) {
        lines.add(String.format(Locale.ROOT, "%,10d %s: %s", count, fate, reason.meaning()));
      }
    }
  }
}
