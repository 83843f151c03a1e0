package quintet.suite.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quintet.suite.results.Kind;
import quintet.suite.results.Plan;
import quintet.suite.results.Summary.Check;
import quintet.suite.results.Summary.Comparison;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Outcome;
import quintet.suite.results.Summary.Row;
import quintet.suite.results.Summary.Standing;
import quintet.suite.results.Summary.Trust;
import quintet.suite.statistics.RoundBootstrap;

/**
 * Says in three sentences what a run is worth: what it found, how much of it holds, and how one
 * knows.
 */
record Verdict(List<Group> groups, Trust trust, Plan plan, int rounds) {

  List<String> sentences() {
    return List.of(result(), extent(), honesty());
  }

  // ---- what it found

  private String result() {
    if (trust.isWithheld() && rounds >= RoundBootstrap.FEWEST_ROUNDS) {
      return "Nothing is claimed, of any variant: this run's own checks fail.";
    }
    if (rounds < RoundBootstrap.FEWEST_ROUNDS) {
      return String.format(
          Locale.ROOT,
          "Nothing is claimed: %d complete rounds give no interval, which takes %d.",
          rounds,
          RoundBootstrap.FEWEST_ROUNDS);
    }
    var best =
        groups.stream()
            .filter(group -> group.kind() == Kind.MODEL)
            .flatMap(group -> best(group).stream())
            .toList();
    return best.isEmpty()
        ? "No model is shown to be faster than the loop."
        : "Faster than the loop, and the highest ratio of its group: "
            + String.join("; ", best)
            + ".";
  }

  /** The models are compared with the loop, not with each other. */
  private Optional<String> best(Group group) {
    return group.rows().stream()
        .filter(row -> standing(row) == Standing.FASTER)
        .max(Comparator.comparingDouble(Verdict::ratio))
        .map(row -> group.piece() + ", " + group.title() + ": " + inWords(row));
  }

  private static String inWords(Row row) {
    var comparison = row.speedUp();
    var share = row.ofCeiling();
    return row.name()
        + workers(row.workers())
        + ", "
        + (comparison == null ? "" : TrustCheck.inWords(comparison))
        + (share == null
            ? ""
            : String.format(
                Locale.ROOT, ", %.0f %% of what the machine could give", 100 * share.value()));
  }

  /** Some have their number of workers in their name. */
  private static String workers(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> " with 1 worker";
      default -> " with " + count + " workers";
    };
  }

  private static double ratio(Row row) {
    return row.speedUp() == null ? 0 : row.speedUp().ratio();
  }

  private static Standing standing(Row row) {
    return row.speedUp() == null ? Standing.NOT_SUPPORTED : row.speedUp().standing();
  }

  // ---- how much holds

  private String extent() {
    var all = comparisons().toList();
    var parts = new ArrayList<String>();
    long stated = all.stream().filter(Comparison::isStated).count();
    parts.add(stated + " stated");
    count(all, Standing.UNDER_THRESHOLD, "under the threshold of " + threshold(), parts);
    count(all, Standing.NOT_SUPPORTED, "not supported", parts);
    count(all, Standing.WITHHELD, "withheld", parts);
    return String.format(
        Locale.ROOT,
        "Of %d comparisons in %d complete rounds: %s.",
        all.size(),
        rounds,
        String.join(", ", parts));
  }

  private String threshold() {
    return String.format(Locale.ROOT, "%.3g %%", plan.thresholdPercent());
  }

  private Stream<Comparison> comparisons() {
    var rows = new LinkedHashMap<String, Row>(); // a model may stand in several groups
    groups.forEach(group -> group.rows().forEach(row -> rows.put(row.id(), row)));
    return rows.values().stream().flatMap(Verdict::comparisons);
  }

  private static Stream<Comparison> comparisons(Row row) {
    var rival = row.rival() == null ? null : row.rival().comparison();
    return Stream.concat(Stream.ofNullable(row.speedUp()), Stream.ofNullable(rival));
  }

  private static void count(
      List<Comparison> all, Standing standing, String words, List<String> parts) {
    long number = all.stream().filter(comparison -> comparison.standing() == standing).count();
    if (number > 0) {
      parts.add(number + " " + words);
    }
  }

  // ---- how one knows

  private String honesty() {
    if (trust.isWithheld()) {
      return trust.withheld().stream().collect(Collectors.joining(" "));
    }
    var checks = trust.checks();
    if (checks.isEmpty()
        || checks.stream().anyMatch(check -> check.outcome() == Outcome.UNDECIDED)) {
      return "The control and the planted slowdown are not decided yet.";
    }
    return checks.stream().map(Verdict::inWords).collect(Collectors.joining(" "));
  }

  private static String inWords(Check check) {
    var found = check.row().speedUp();
    return String.format(
        Locale.ROOT,
        "The %s of %s is %s%s, where %s is right.",
        check.kind() == Kind.CONTROL ? "control" : "planted slowdown",
        check.piece(),
        check.outcome().words(),
        found == null ? "" : ", " + TrustCheck.inWords(found),
        TrustCheck.ratioInWords(check.expected()));
  }
}
