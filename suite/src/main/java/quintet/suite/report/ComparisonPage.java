package quintet.suite.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quintet.suite.InputException;
import quintet.suite.analysis.RunComparison;
import quintet.suite.cli.Terminal;
import quintet.suite.environment.Environment;
import quintet.suite.results.RunFolder;
import quintet.suite.results.Summary.Comparison;
import quintet.suite.results.Summary.Standing;

/**
 * Two runs of one machine: what is faster in the first, what slower, and where no difference is
 * seen.
 */
final class ComparisonPage {

  private final RunFolder ours;
  private final RunFolder theirs;
  private final RunComparison comparison;
  private final Environment environment;

  private ComparisonPage(
      RunFolder ours, RunFolder theirs, RunComparison comparison, Environment environment) {
    this.ours = ours;
    this.theirs = theirs;
    this.comparison = comparison;
    this.environment = environment;
  }

  /**
   * Compares.
   *
   * @throws InputException if the runs must not be compared; says what differs
   */
  static ComparisonPage of(RunFolder ours, RunFolder theirs) throws IOException {
    var ourRun = ours.readRaw();
    var theirRun = theirs.readRaw();
    var here = ours.readCircumstances().environment();
    var there = theirs.readCircumstances().environment();
    var obstacles = RunComparison.obstacles(here, ourRun.plan(), there, theirRun.plan());
    if (!obstacles.isEmpty()) {
      throw new InputException(
          "not comparable: " + String.join(" ", obstacles) + " 'quintet report merge' shows both");
    }
    var comparison = RunComparison.of(ourRun, theirRun, ourRun.plan().threshold());
    if (comparison.lines().isEmpty()) {
      throw new InputException("not comparable: the runs have no variant in common");
    }
    return new ComparisonPage(ours, theirs, comparison, here);
  }

  void printTo(Terminal terminal) {
    var table = new quintet.suite.cli.Table("", "ratio", "99 % interval", "verdict");
    for (var line : comparison.lines()) {
      var found = line.comparison();
      table.row(
          line.variant().id(),
          Numbers.ratio(found.ratio()),
          Numbers.ratios(found.interval()),
          verdict(found));
    }
    table.lines().forEach(terminal.out()::println);
    comparison.cautions().forEach(caution -> terminal.out().println("Note: " + caution));
  }

  static String verdict(Comparison comparison) {
    return switch (comparison.standing()) {
      case FASTER -> "faster";
      case SLOWER -> "slower";
      case UNDER_THRESHOLD -> "no difference over the threshold";
      case WITHHELD -> "withheld";
      case NOT_SUPPORTED -> "no difference seen";
    };
  }

  /** Writes the page into the first run's folder. */
  Path write() throws IOException {
    var page = page();
    return PageFiles.write(
        ours.path(),
        "compared-with-" + theirs.name(),
        Templates.html(page),
        Templates.markdown(page),
        Map.of());
  }

  private Page page() {
    var rows = new ArrayList<Table.Row>();
    for (var line : comparison.lines()) {
      var found = line.comparison();
      rows.add(
          Table.Row.of(
              List.of(
                  Cell.name(line.variant().id()),
                  Cell.number(Numbers.ratio(found.ratio()), Numbers.ratios(found.interval())),
                  Cell.words(verdict(found)))));
    }
    var table =
        Table.of(
            "The rate in " + ours.name() + ", divided by that in " + theirs.name(),
            List.of(Cell.name("Variant"), Cell.heading("Ratio"), Cell.words("Verdict")),
            rows);
    var facts = EnvironmentFacts.of(environment);
    return new Page(
        "Two runs compared",
        ours.name() + " and " + theirs.name(),
        List.of(),
        List.of(new Page.Voice(null, List.of(), comparison.cautions(), verdicts())),
        List.of(
            new Section("ratios", "Ratios", List.of(Block.table(table))),
            new Section("environment", "Environment", List.of(Block.terms(facts)))),
        List.of(),
        List.of("./quintet report results/" + ours.name() + " --compare results/" + theirs.name()));
  }

  private List<String> verdicts() {
    long faster = count(Standing.FASTER);
    long slower = count(Standing.SLOWER);
    long other = comparison.lines().size() - faster - slower;
    return List.of(
        "Of %d variants %d are faster, %d are slower, and of %d no difference is stated."
            .formatted(comparison.lines().size(), faster, slower, other));
  }

  private long count(Standing standing) {
    return comparison.lines().stream()
        .filter(line -> line.comparison().standing() == standing)
        .count();
  }
}
