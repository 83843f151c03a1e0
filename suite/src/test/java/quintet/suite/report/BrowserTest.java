package quintet.suite.report;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import quintet.suite.results.Summary;
import quintet.suite.results.Summary.Group;

/** What a reader sees, in a real browser without a network. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls what initializes
final class BrowserTest {

  private static final int DESK = 1280;
  private static final int PHONE = 360;

  private static final String MARKS =
      "return Array.from(document.querySelectorAll('[data-figure]'))"
          + ".map(f => f.querySelectorAll('svg path, svg circle, svg polygon, svg rect').length)";
  private static final String BRIGHTNESS =
      """
      const color = getComputedStyle(document.querySelector(arguments[0]))[arguments[1]];
      const [r, g, b] = color.match(/[\\d.]+/g).map(Number);
      return Math.round(0.299 * r + 0.587 * g + 0.114 * b);
      """;
  private static final String NOT_A_NUMBER =
      "return document.querySelectorAll('svg [d*=NaN], svg [cx*=NaN], svg [transform*=NaN]').length";
  private static final String LOST_LINKS =
      """
      return [...document.querySelectorAll('a[href^="#"]')]
          .filter(link => !document.getElementById(link.hash.slice(1))).length
      """;
  private static final String SHOW_TOOLTIP =
      """
      const figure = document.querySelector('[data-figure=' + arguments[0] + ']');
      echarts.getInstanceByDom(figure)
          .dispatchAction({type: 'showTip', seriesIndex: 1, dataIndex: 0});
      """;
  private static final String TOOLTIP =
      "return document.querySelector('[data-figure=' + arguments[0] + ']').innerText";
  private static final String CELLS =
      """
      return Array.from(document.querySelectorAll(arguments[0] + ' tbody tr:not(.title)')).map(
          row => Array.from(row.cells).map(
              cell => cell.childElementCount && !cell.querySelector('.mark')
                  ? Array.from(cell.children).map(part => part.textContent).join(' / ')
                  : cell.textContent.trim()));
      """;

  @TempDir private static Path folder;

  private Browser browser;
  private Path page;

  @BeforeAll
  void start() throws IOException {
    var installed = Browser.installed();
    assumeTrue(installed.isPresent(), Browser.MISSING);
    browser = installed.orElseThrow();
    page = write("report.html", Summaries.page(Summaries.standard()).html());
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void forget() {
    browser.complaints();
    browser.requests();
  }

  @Test
  void itOpensWithoutNetworkAndWithoutComplaint() {
    browser.open(page, DESK, "light", "screen");

    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(page.toUri().toString()), browser.requests());
  }

  @Test
  void theTableOfSpeedUpsHoldsTheNumbersOfTheSummary() {
    browser.open(page, DESK, "light", "screen");

    assertEquals(speedUps(Summaries.standard()), browser.run(CELLS, "#speed-up"));
  }

  @Test
  void theTablesOfRatesHoldTheNumbersOfTheSummary() {
    browser.open(page, DESK, "light", "screen");

    var found = browser.run(CELLS, "#throughput").toString();
    for (var group : Summaries.standard().groups().subList(0, 2)) {
      for (var row : group.rows()) {
        var rate = row.rate();
        assertTrue(rate != null && found.contains(Numbers.rate(rate.value())), row.id());
        assertTrue(rate != null && found.contains(Numbers.rates(rate.interval())), row.id());
      }
    }
  }

  @Test
  void everyFigureHasMarks() {
    browser.open(page, DESK, "light", "screen");

    var marks = (List<?>) browser.run(MARKS);
    assertEquals(9, marks.size());
    marks.forEach(count -> assertTrue(((Number) count).intValue() > 8, marks::toString));
  }

  @Test
  void aFigureHasNoCoordinateThatIsNoNumber() {
    browser.open(page, DESK, "light", "screen");

    assertEquals(0, browser.number(NOT_A_NUMBER));
  }

  @Test
  void anAnchorIsInOnePlaceOnly() {
    browser.open(page, DESK, "light", "screen");

    var ids = (List<?>) browser.run("return [...document.querySelectorAll('[id]')].map(e => e.id)");
    assertEquals(ids.size(), Set.copyOf(ids).size(), ids::toString);
    assertEquals(0, browser.number(LOST_LINKS));
  }

  @Test
  void pointingAtAForkNamesIt() {
    browser.open(page, DESK, "light", "screen");

    browser.run(SHOW_TOOLTIP, "throughput-catalog-entries-one-file");

    await()
        .untilAsserted(
            () -> {
              var shown = browser.run(TOOLTIP, "throughput-catalog-entries-one-file").toString();
              assertTrue(shown.contains("sequential, 1, round 1: "), shown);
            });
  }

  @Test
  void itIsDarkWhereTheReaderWantsItDark() {
    browser.open(page, DESK, "dark", "screen");

    assertTrue(browser.number(BRIGHTNESS, "body", "backgroundColor") < 60);
    assertTrue(browser.number(BRIGHTNESS, "body", "color") > 200);
    assertTrue(browser.number(BRIGHTNESS, "figure text", "fill") > 120);
  }

  @Test
  void figuresFollowWhenTheColorsChange() {
    browser.open(page, DESK, "light", "screen");
    var light = browser.number(BRIGHTNESS, "figure text", "fill");

    browser.emulate("dark", "screen");

    assertNotEquals(light, browser.number(BRIGHTNESS, "figure text", "fill"));
  }

  @Test
  void onAPhoneOnlyTheTablesScroll() {
    for (var other : List.of(page, mergedPage())) {
      browser.open(other, PHONE, "light", "screen");

      assertTrue(browser.number("return document.documentElement.scrollWidth") <= PHONE);
      assertTrue(
          browser.number("return document.querySelector('.scroll').scrollWidth") > PHONE,
          "" + other);
    }
  }

  @Test
  void onPaperItIsLightWhateverTheScreenIs() {
    browser.open(page, DESK, "dark", "screen");

    browser.emulate("dark", "print");

    assertEquals(255, browser.number(BRIGHTNESS, "body", "backgroundColor"));
    assertTrue(browser.number(BRIGHTNESS, "body", "color") < 60);
    assertTrue(browser.number(BRIGHTNESS, "figure text", "fill") < 120);
    assertTrue(browser.number("return document.querySelector('figure svg').clientWidth") <= 640);
  }

  @Test
  void severalMachinesOpenWithoutComplaint() {
    browser.open(mergedPage(), DESK, "light", "screen");

    assertEquals(List.of(), browser.complaints());
    var marks = (List<?>) browser.run(MARKS);
    assertEquals(10, marks.size());
    marks.forEach(count -> assertTrue(((Number) count).intValue() > 8, marks::toString));
  }

  private static Path mergedPage() {
    var machines =
        List.of(
            Summaries.machine(Summaries.standard(), 2),
            Summaries.machine(Summaries.large(), 16),
            Summaries.machine(Summaries.withheld(), 2));
    return write("merged.html", MergedPage.of(machines).html());
  }

  private static Path write(String name, String html) {
    try {
      return Files.writeString(folder.resolve(name), html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cells, line by line, written as the summary has them. */
  private static List<List<String>> speedUps(Summary summary) {
    var lines = new ArrayList<List<String>>();
    for (var group : summary.groups().subList(0, 2)) {
      for (int workers : List.of(1, 2, 4)) {
        var line = new ArrayList<String>();
        line.add(Numbers.count(workers));
        line.add(ceiling(group, workers));
        for (var model : List.of("threadpool", "pipeline", "async", "locks")) {
          line.add(speedUp(group, model, workers));
        }
        lines.add(line);
      }
    }
    return lines;
  }

  private static String ceiling(Group group, int workers) {
    return group.rows().stream()
        .filter(row -> row.workers() == workers && row.ceiling() != null)
        .map(row -> requireNonNull(row.ceiling()))
        .map(it -> Numbers.ratio(it.value()) + " / " + Numbers.ratios(it.interval()))
        .findFirst()
        .orElseThrow();
  }

  private static String speedUp(Group group, String model, int workers) {
    for (var row : group.rows()) {
      var found = row.speedUp();
      var part = row.ofCeiling();
      if (row.name().equals(model) && row.workers() == workers && found != null && part != null) {
        var last =
            found.isStated()
                ? Numbers.percent(part.value()) + " of ceiling"
                : "under the threshold";
        return Numbers.ratio(found.ratio())
            + " / "
            + Numbers.ratios(found.interval())
            + " / "
            + last;
      }
    }
    return Numbers.ABSENT;
  }
}
