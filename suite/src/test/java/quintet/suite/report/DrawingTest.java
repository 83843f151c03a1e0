package quintet.suite.report;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import quintet.suite.Models;

final class DrawingTest {

  private static final List<String> COMPARED = Models.labels().subList(1, Models.labels().size());

  private static Map<String, String> standard = Map.of();
  private static Map<String, String> large = Map.of();

  @BeforeAll
  static void draw() {
    standard = Summaries.page(Summaries.standard()).figures();
    large = Summaries.page(Summaries.large()).figures();
  }

  @Test
  void eachIsWellFormed() {
    standard.forEach((name, svg) -> assertDoesNotThrow(() -> parse(svg), name));
    large.forEach((name, svg) -> assertDoesNotThrow(() -> parse(svg), name));
  }

  @Test
  void noneHasACoordinateThatIsNoNumber() {
    standard.forEach((name, svg) -> assertFalse(svg.contains("NaN"), name));
    large.forEach((name, svg) -> assertFalse(svg.contains("NaN"), name));
  }

  @Test
  void allAreOnWhiteToBeReadOnADarkPage() {
    standard.forEach((name, svg) -> assertTrue(svg.contains("fill=\"#ffffff\""), name));
  }

  @Test
  void aScalingFigureNamesTheModelsAndTheLimits() {
    var svg = figure(standard, "scaling-catalog-entries-one-file.svg");

    COMPARED.forEach(model -> assertTrue(svg.contains(">" + model + "<"), model));
    for (var text : List.of("ceiling", "linear ideal", "2 cores", "published, later withdrawn")) {
      assertTrue(svg.contains(">" + text + "<"), text);
    }
  }

  @Test
  void whatWasPublishedBeyondTheAxisStandsAtItsEdge() {
    assertTrue(
        figure(standard, "scaling-catalog-entries-one-file.svg").contains("\u2191 3.2x, 3.7x"));
    var wide = figure(large, "scaling-catalog-entries-one-file.svg");
    assertTrue(wide.contains(">3.7x<") && wide.contains(">3.2x<"));
  }

  @Test
  void aRateFigureHasADotForEachFork() {
    var group = Summaries.standard().groups().getFirst();
    long forks =
        group.rows().stream().mapToLong(row -> row.forks().size()).sum()
            + group.ceilings().stream().mapToLong(row -> row.forks().size()).sum();
    var svg = figure(standard, "throughput-catalog-entries-one-file.svg");

    assertEquals(forks, svg.split("fill-opacity=\"0.75\"", -1).length - 1);
  }

  @Test
  void peersLimitsLessonsAndLatenciesNameTheirVariants() {
    assertTrue(figure(standard, "peers-catalog-parsers-entries.svg").contains(">metafacture<"));
    assertTrue(figure(standard, "limits-catalog-one-thread.svg").contains(">framing<"));
    assertTrue(
        figure(standard, "lessons-catalog-titles-designs-left-out.svg").contains("unbounded"));
    var latency = figure(standard, "latency-catalog-one-request-4-000-a-second.svg");
    assertTrue(latency.contains(">pipeline, 2<") && latency.contains(">p99.9<"));
    assertTrue(figure(standard, "control-and-plant.svg").contains(">plant<"));
  }

  @Test
  void equalFiguresGiveEqualBytes() {
    assertEquals(large, Summaries.page(Summaries.large()).figures());
  }

  @Test
  void aRunWithoutIntervalsIsDrawn() {
    var quick = Summaries.page(Summaries.quick()).figures();

    assertEquals(3, quick.size());
    quick.forEach((name, svg) -> assertFalse(svg.contains("NaN"), name));
  }

  @Test
  void aWithheldRunIsMarkedAsSuch() {
    var withheld = Summaries.page(Summaries.withheld()).figures();

    assertTrue(figure(withheld, "scaling-catalog-entries-one-file.svg").contains(">withheld<"));
    assertTrue(figure(withheld, "peers-catalog-parsers-entries.svg").contains(">withheld<"));
  }

  private static String figure(Map<String, String> figures, String name) {
    return figures.getOrDefault(name, "");
  }

  private static void parse(String svg) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
