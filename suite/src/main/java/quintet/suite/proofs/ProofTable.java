package quintet.suite.proofs;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The outcome of a run as text: a line of figures and a line with the claim for each proof. */
final class ProofTable {

  private ProofTable() {}

  static List<String> lines(List<Grade> grades) {
    var lines = new ArrayList<String>();
    lines.add(row("PROOF", "SAMPLES", "VERDICT", "TWIN SEEN", "SECONDS"));
    for (var grade : grades) {
      lines.add(
          row(
              grade.proof(),
              format("%,d", grade.samples()),
              verdict(grade),
              twins(grade),
              format("%.1f", grade.seconds())));
      lines.add("  " + grade.claim());
      if (!grade.reason().isEmpty()) {
        lines.add("  ! " + grade.reason());
      }
      grade.twins().stream()
          .filter(twin -> !twin.allowedBy().isEmpty())
          .map(twin -> "  * not seen here without " + twin.without() + "; " + twin.allowedBy())
          .forEach(lines::add);
    }
    lines.add("");
    lines.add(
        "NOT SEEN: no bad outcome in so many samples, so its rate is below 3/samples at 95 %,");
    lines.add("on this machine. TWIN SEEN: how often the sabotaged code showed it.");
    return lines;
  }

  private static String verdict(Grade grade) {
    return switch (grade.verdict()) {
      case NOT_SEEN -> format("NOT SEEN, below %.1e", grade.rateBelow());
      case REFUTED -> "REFUTED";
      case VOID -> "VOID";
      case NOT_TESTED -> "NOT TESTED";
    };
  }

  private static String twins(Grade grade) {
    return grade.twins().stream()
        .map(twin -> twin.allowedBy().isEmpty() ? format("%,d", twin.seen()) : "*")
        .collect(Collectors.joining(" + "));
  }

  private static String row(Object... cells) {
    return format("%-38s %12s  %-24s %15s %8s", cells).stripTrailing();
  }

  @FormatMethod
  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
