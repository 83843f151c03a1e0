package quintet.suite.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MarkdownTest {

  @Test
  void itBeginsWithTheRunAndItsVerdict() {
    var markdown = Summaries.page(Summaries.standard()).markdown();

    assertTrue(
        markdown.startsWith(
            """
            # Performance report: 20261120-081500

            - Started: 2026-11-20 08:15 UTC
            - Depth: standard
            - Rounds: 12
            """),
        markdown);
    assertTrue(markdown.contains("\n\nFour workers on two cores are not faster than two.\n\n"));
  }

  @Test
  void eachModelHasAColumn() {
    var markdown = Summaries.page(Summaries.standard()).markdown();

    assertTrue(
        markdown.contains(
            """
            | workers | ceiling | threadpool | pipeline | async | locks |
            | :--- | ---: | ---: | ---: | ---: | ---: |
            | **catalog: entries, one file \u2013 1.00x is sequential, 512,400 records a second** | | | | | |
            """),
        markdown);
  }

  @Test
  void whereNoWorkersAreCountedNoneAreShown() {
    var markdown = Summaries.page(Summaries.withoutWorkers()).markdown();

    assertAll(
        () -> assertTrue(markdown.contains("\n| \u2013 | \u2013 | 1.96x<br>"), markdown),
        () -> assertFalse(markdown.contains("Speed-up over workers"), markdown));
  }

  @Test
  void aSpeedUpIsTheSameAsOnThePage() {
    var summary = Summaries.standard();
    var markdown = Summaries.page(summary).markdown();

    for (var row : summary.groups().getFirst().rows()) {
      var speedUp = row.speedUp();
      if (speedUp != null) {
        var cell = Numbers.ratio(speedUp.ratio()) + "<br>" + Numbers.ratios(speedUp.interval());
        assertTrue(markdown.contains(cell), cell);
      }
    }
  }

  @Test
  void aWithheldRunSaysSoFirst() {
    var markdown = Summaries.page(Summaries.withheld()).markdown();

    assertTrue(
        markdown.contains(
            """
            # Performance report: 20261120-093000

            > [!WARNING]
            > **Every claim of this run is withheld.**
            > - The control differs from its baseline: 1.04x (1.02 to 1.06).
            """),
        markdown);
  }

  @Test
  void everyLineOfATableHasItsColumns() {
    Integer columns = null;
    for (var line : Summaries.page(Summaries.standard()).markdown().lines().toList()) {
      if (line.startsWith("|")) {
        int found = line.split("(?<!\\\\)\\|", -1).length;
        assertEquals(columns == null ? found : columns, found, line);
        columns = found;
      } else {
        columns = null;
      }
    }
  }

  @Test
  void textIsNoMarkup() {
    var facts = List.of(new Fact("Flags", "a|b <c> *d* [e](f)"));
    var markdown = ReportPage.of(Summaries.quick(), facts, 2, Summaries.raw()).markdown();

    assertTrue(markdown.contains("- **Flags**: a\\|b &lt;c> \\*d\\* \\[e\\](f)"), markdown);
  }

  @Test
  void everyFigureItShowsIsDrawn() {
    var page = Summaries.page(Summaries.standard());

    var shown =
        Pattern.compile("\\(figures/([^)]+)\\)")
            .matcher(page.markdown())
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());

    assertFalse(shown.isEmpty());
    assertEquals(shown, page.figures().keySet());
  }
}
