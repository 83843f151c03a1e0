package quintet.suite.report;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import quintet.suite.results.Summary;

final class MergedPageTest {

  private static final List<Machine> MACHINES =
      List.of(
          Summaries.machine(Summaries.standard(), 2),
          Summaries.machine(Summaries.large(), 16),
          Summaries.machine(Summaries.withheld(), 2));

  private final MergedPage page = MergedPage.of(MACHINES);

  @Test
  void noMachineIsNoReport() {
    assertThrows(IllegalArgumentException.class, () -> MergedPage.of(List.of()));
  }

  @Test
  void eachMachineHasItsBlockOfColumns() {
    var html = page.html();

    assertTrue(html.contains("<th scope=\"colgroup\" class=\"span\" colspan=\"5\">Machine A</th>"));
    assertTrue(html.contains("<th scope=\"colgroup\" class=\"span\" colspan=\"5\">Machine B</th>"));
  }

  @Test
  void numbersOfEachMachineAreItsOwn() {
    var markdown = page.markdown();

    assertRow(markdown, "2", MACHINES);
  }

  @Test
  void aMachineThatDidNotMeasureAGroupHasNoColumnsThere() {
    var markdown = page.markdown();

    assertTrue(
        markdown.contains(
            "| workers | Machine B: ceiling | Machine B: threadpool | Machine B: pipeline |"));
  }

  @Test
  void aWithheldMachineIsNamedAndTheOthersAreNot() {
    var html = page.html();

    assertTrue(html.contains("Every claim of Machine C is withheld"));
    assertTrue(html.contains("Machine C (withheld)</th>"));
    assertFalse(html.contains("Every claim of Machine A"));
  }

  @Test
  void environmentsStandSideBySide() {
    assertTrue(
        page.markdown()
            .contains(
                "| Processor | A processor of no name, 2 physical cores, 2.6 GHz"
                    + " | A processor of no name, 16 physical cores, 2.6 GHz"
                    + " | A processor of no name, 2 physical cores, 2.6 GHz |"));
  }

  @Test
  void eachMachineHasItsFigureOfEachGroup() {
    var figures = page.figures();

    assertEquals(
        3,
        figures.keySet().stream()
            .filter(name -> name.startsWith("scaling-catalog-entries-one-file-machine-"))
            .count());
    assertTrue(figures.containsKey("throughput-catalog-entries-16-files-machine-b.svg"));
    assertFalse(figures.containsKey("throughput-catalog-entries-16-files-machine-a.svg"));
  }

  /** The line of the first group with so many workers, as the summaries have it. */
  private static void assertRow(String markdown, String workers, List<Machine> machines) {
    var expected = new StringBuilder("| " + workers + " |");
    for (var machine : machines) {
      expected.append(cells(machine.summary(), Integer.parseInt(workers)));
    }
    assertTrue(markdown.contains(expected), expected::toString);
  }

  private static String cells(Summary summary, int workers) {
    var group = summary.groups().getFirst();
    var cells = new StringBuilder();
    var ceiling =
        group.rows().stream()
            .filter(row -> row.workers() == workers && row.ceiling() != null)
            .map(row -> requireNonNull(row.ceiling()))
            .findFirst()
            .orElseThrow();
    cells
        .append(" ")
        .append(Numbers.ratio(ceiling.value()))
        .append("<br>")
        .append(Numbers.ratios(ceiling.interval()))
        .append(" |");
    for (var model : List.of("threadpool", "pipeline", "async", "locks")) {
      for (var row : group.rows()) {
        var speedUp = row.speedUp();
        var part = row.ofCeiling();
        if (row.name().equals(model)
            && row.workers() == workers
            && speedUp != null
            && part != null) {
          var note =
              summary.trust().isWithheld()
                  ? "withheld"
                  : Numbers.percent(part.value()) + " of ceiling";
          cells
              .append(" ")
              .append(Numbers.ratio(speedUp.ratio()))
              .append("<br>")
              .append(Numbers.ratios(speedUp.interval()))
              .append("<br>*")
              .append(note)
              .append("* |");
        }
      }
    }
    return cells.toString();
  }
}
