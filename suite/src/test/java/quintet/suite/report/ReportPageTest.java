package quintet.suite.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import quintet.suite.results.Kind;
import quintet.suite.results.Summary;
import quintet.suite.results.Summary.Check;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Outcome;
import quintet.suite.results.Summary.Row;
import quintet.suite.results.Summary.Trust;

final class ReportPageTest {

  private static final Pattern SCRIPT = Pattern.compile("(?s)<script[^>]*>.*?</script>");
  private static final Pattern LOADED =
      Pattern.compile("(?:src|href|action|data)\\s*=\\s*[\"']?+(?!#|data:)|url\\(|@import|<link");

  /** A ratio or a part of the ceiling, and not in grey. */
  private static final Pattern STATED =
      Pattern.compile("<td class=\"number\"><span class=\"value\">[\\d.]+(?:x| %)<");

  @Test
  void equalArgumentsGiveEqualBytes() {
    assertEquals(
        Summaries.page(Summaries.standard()).html(), Summaries.page(Summaries.standard()).html());
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    var html = withoutScripts(Summaries.standard());

    assertFalse(LOADED.matcher(html).find(), () -> html);
  }

  @Test
  void everySpeedUpStandsWithItsInterval() {
    var html = withoutScripts(Summaries.standard());

    for (var group : Summaries.standard().groups()) {
      for (var row : group.rows()) {
        var speedUp = row.speedUp();
        if (speedUp != null) {
          var cell =
              "<span class=\"value\">%s</span><span class=\"detail\">%s</span>"
                  .formatted(Numbers.ratio(speedUp.ratio()), Numbers.ratios(speedUp.interval()));
          assertTrue(html.contains(cell), row.id());
        }
      }
    }
  }

  @Test
  void sectionsStandInTheirOrder() {
    var html = withoutScripts(Summaries.standard());

    var ids =
        Pattern.compile("<section id=\"([^\"]+)\"")
            .matcher(html)
            .results()
            .map(match -> match.group(1))
            .toList();

    assertEquals(
        List.of(
            "speed-up",
            "scaling",
            "throughput",
            "peers",
            "limits",
            "lessons",
            "latency",
            "cost",
            "trust",
            "environment",
            "how-to-read",
            "reproduce"),
        ids);
  }

  @Test
  void aWithheldRunSaysSoBeforeAnythingElse() {
    var html = withoutScripts(Summaries.withheld());

    int box = html.indexOf("Every claim of this run is withheld");
    assertTrue(box > 0 && box < html.indexOf("<h1>"));
    assertTrue(html.indexOf("The control differs from its baseline") < html.indexOf("<h1>"));
  }

  @Test
  void aWithheldRunStatesNoRatio() {
    var html = withoutScripts(Summaries.withheld());
    var tables = html.substring(0, html.indexOf("<section id=\"trust\">"));

    assertFalse(STATED.matcher(tables).find(), tables);
    assertTrue(tables.contains("<span class=\"note\">withheld</span>"));
    assertTrue(STATED.matcher(withoutScripts(Summaries.standard())).find());
  }

  @Test
  void aRunThatMayBeBelievedHasNoBox() {
    assertFalse(withoutScripts(Summaries.standard()).contains("withheld</p>"));
  }

  @Test
  void tooFewRoundsAreSaidInEachCell() {
    var html = withoutScripts(Summaries.quick());

    assertTrue(html.contains("not supported by this run (needs about 14 more rounds)"));
    assertFalse(html.contains(" of ceiling"));
  }

  @Test
  void whatIsMissingIsADashAndNoZero() {
    var html = withoutScripts(bare());

    assertTrue(html.contains("<span class=\"absent\" title=\"not measured\">\u2013</span>"));
    for (var wrong : List.of("NaN", "null", "0.00x", ">0<", "Infinity")) {
      assertFalse(html.contains(wrong), wrong);
    }
  }

  @Test
  void whatIsMissingIsNotDrawn() {
    assertEquals(Map.of(), page(bare()).figures());
  }

  @Test
  void anEnvironmentThatIsMissingIsSaidToBe() {
    var page = ReportPage.of(Summaries.quick(), List.of(), 0, Summaries.raw());

    assertTrue(page.html().contains("<p>It was not recorded.</p>"));
    assertFalse(page.html().contains("<dt>Physical cores</dt>"));
  }

  @Test
  void textIsNoMarkup() {
    var group = named("<b>bold</b> & \"quoted\"");
    var html = withoutScripts(with(List.of(group), List.of("<img src=x>"), trust()));

    assertFalse(html.contains("<b>bold") || html.contains("<img"));
    assertTrue(html.contains("&lt;b&gt;bold"));
  }

  @Test
  void textCannotEndTheElementOfTheData() {
    var html = page(with(named("</script><script>alert(1)</script>"))).html();

    assertFalse(html.contains("<script>alert"));
  }

  @Test
  void theDataComesOutAsItWentIn() throws IOException {
    var html = Summaries.page(Summaries.standard()).html();
    var link =
        Pattern.compile("download=\"raw.json.gz\" href=\"data:application/gzip;base64,([^\"]+)\"")
            .matcher(html);

    assertTrue(link.find());
    var bytes = Base64.getDecoder().decode(link.group(1));
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      assertArrayEquals(Summaries.raw(), gzip.readAllBytes());
    }
  }

  @Test
  void thePlottingLibraryKeepsItsNotice() {
    var html = Summaries.page(Summaries.quick()).html();

    assertTrue(html.contains("Copyright 2017-2025 The Apache Software Foundation"));
    assertTrue(html.contains("Licensed to the Apache Software Foundation (ASF)"));
  }

  @Test
  void theCommandIsThere() {
    assertTrue(
        withoutScripts(Summaries.standard())
            .contains("<code>./quintet bench --standard --seed 7 --rounds 12</code>"));
  }

  private static String withoutScripts(Summary summary) {
    return SCRIPT.matcher(page(summary).html()).replaceAll("");
  }

  private static ReportPage page(Summary summary) {
    return Summaries.page(summary);
  }

  /** A model that was to be measured, and nothing of it. */
  private static Summary bare() {
    var row =
        new Row(
            "a-1", "pipeline", 1, null, List.of(), null, null, null, null, null, null, null, null);
    var group =
        new Group(
            "catalog", Kind.MODEL, "bare", "records", null, List.of(row), List.of(), List.of());
    var check = new Check("catalog", Kind.CONTROL, row, 1, Outcome.UNDECIDED);
    return with(
        List.of(group), List.of("A sentence."), new Trust(List.of(), List.of(), List.of(check)));
  }

  private static Group named(String title) {
    var group = Summaries.standard().groups().getFirst();
    return new Group(
        group.piece(),
        group.kind(),
        title,
        group.unit(),
        group.baseline(),
        group.rows(),
        group.ceilings(),
        group.scaling());
  }

  private static Trust trust() {
    return Summaries.standard().trust();
  }

  private static Summary with(Group group) {
    return with(List.of(group), List.of(), trust());
  }

  private static Summary with(List<Group> groups, List<String> verdict, Trust trust) {
    var it = Summaries.standard();
    return new Summary(
        it.format(),
        it.run(),
        it.plan(),
        it.rounds(),
        it.confidencePercent(),
        verdict,
        trust,
        groups);
  }
}
