package quintet.suite.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quintet.suite.analysis.Recorded.CONTROL;
import static quintet.suite.analysis.Recorded.PIPELINE;
import static quintet.suite.analysis.Recorded.noisy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quintet.suite.analysis.Analysis;
import quintet.suite.analysis.Recorded;
import quintet.suite.cli.Session;
import quintet.suite.results.Kind;
import quintet.suite.results.RawRun;
import quintet.suite.results.RunFolder;
import quintet.suite.results.Summary;

/** The command, from the folders that it is given to what it prints and its exit code. */
final class ReportCommandTest {

  private static final int ROUNDS = 6;

  @TempDir private Path home;

  // ---- which run

  @Test
  void withoutAnyRunItSaysWhatMakesOne() {
    assertRefused(Session.of(home, "report"), "'quintet bench' makes one");
  }

  @Test
  void resultsThatAreAFileHaveNoRun() throws IOException {
    Files.writeString(home.resolve("results"), "mine");
    assertRefused(Session.of(home, "report"), "no run in ");
  }

  @Test
  void theLastRunIsReportedUnlessAnotherIsNamed() throws IOException {
    write("results/20261120-080000-some-cpu", healthy());
    var last = write("results/20261121-070000-some-cpu", healthy());
    Files.createDirectories(home.resolve("results/merged"));
    var session = Session.of(home, "report");
    assertEquals(0, session.exitCode(), session.err());
    assertEquals("report: " + last.resolve("report.html"), session.outLines().getLast());
    assertTrue(Files.exists(last.resolve("summary.json")));
  }

  @Test
  void aRunThatHasOnlyBegunIsNotTheLast() throws IOException {
    var last = write("results/20261120-080000-some-cpu", healthy());
    write("results/20261121-070000-some-cpu", begun());
    var session = Session.of(home, "report");
    assertEquals("report: " + last.resolve("report.html"), session.outLines().getLast());
  }

  @Test
  void aFolderWithoutRawDataIsNoRun() {
    assertRefused(Session.of(home, "report", home), home + ": no raw.json there");
  }

  @Test
  void aRunThatHasOnlyBegunHasNothingToReport() throws IOException {
    var run = write("run", begun());
    assertRefused(Session.of(home, "report", run), "raw.json: nothing is measured yet");
  }

  @Test
  void variantsThatAStoppedRunDidNotReachAreLeftOut() throws IOException {
    var recorded = Recorded.healthy(1).without(PIPELINE, 1).without(CONTROL, 1);
    var session = Session.of(home, "report", write("run", recorded.raw()));
    assertEquals(0, session.exitCode(), session.err());
  }

  // ---- raw data that is none

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'format' : 1           | 'format' : 7           | raw.json: format 7, not 1",
        "'variant' : 'catalog   | 'variant' : 'other     | a fork of"
            + " other/model/entries/sequential@1, which is no variant",
        "'baseline' : 'catalog  | 'baseline' : 'other    | the baseline"
            + " other/model/entries/sequential@1 is no variant",
        "'round' : 2            | 'round' : 1            | two forks of"
            + " catalog/model/entries/sequential@1 in round 1",
        "'round' : 1            | 'round' : 0            | round 0",
        "'rates' : [ 9          | 'rates' : [ -9         | a rate of"
            + " catalog/model/entries/sequential@1 in round 1 is -9",
        "'rates' : [ 9          | 'rates' : [ null, 9    | raw.json, line",
        "'rates'                | 'speeds'               | raw.json, line",
        "'forks' : [            | 'forks' : [ null,      | raw.json, line",
        "'variants' : [ {       | 'variants' : [ oops {  | raw.json, line",
        "'kind' : 'MODEL'       | 'kind' : 'WONDER'      | raw.json, line",
        "'unit' : 'records'     | 'unit' : null          | raw.json, line",
        "'plan' : {             | 'plan' : null, 'was' : { | raw.json, line",
      })
  void brokenRawDataIsRefusedWithTheReason(String old, String other, String reason)
      throws IOException {
    var run = write("run", healthy());
    StoredRun.replace(
        run.resolve("raw.json"), old.strip().replace('\'', '"'), other.strip().replace('\'', '"'));
    assertRefused(Session.of(home, "report", run), reason);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "20", "500", "5000"})
  void rawDataThatEndsTooSoonIsRefusedWithThePosition(int length) throws IOException {
    var run = write("run", healthy());
    var raw = run.resolve("raw.json");
    Files.writeString(raw, Files.readString(raw).substring(0, length));
    assertRefused(Session.of(home, "report", run), "raw.json, line ");
  }

  @Test
  void aRunWithoutItsEnvironmentIsRefused() throws IOException {
    var run = write("run", healthy());
    Files.delete(run.resolve("environment.json"));
    assertRefused(Session.of(home, "report", run), "environment.json");
  }

  // ---- comparing two

  @Test
  void aModelThatBecameFasterIsSaidToBe() throws IOException {
    assertEquals("faster", verdictOf(1.2));
  }

  @Test
  void aModelThatBecameSlowerIsSaidToBe() throws IOException {
    assertEquals("slower", verdictOf(0.8));
  }

  @Test
  void theSameAgainShowsNoDifference() throws IOException {
    assertEquals("no difference seen", verdictOf(1));
  }

  @Test
  void aComparisonIsWrittenIntoTheFirstRunsFolder() throws IOException {
    var session = compare(healthy(), healthy());
    assertEquals(0, session.exitCode(), session.err());
    assertTrue(Files.exists(home.resolve("ours/compared-with-theirs.html")));
    assertTrue(Files.exists(home.resolve("ours/compared-with-theirs.md")));
  }

  @Test
  void theCommandSaysWhereTheComparisonIs() throws IOException {
    var session = compare(healthy(), healthy());
    assertEquals(
        "report: " + home.resolve("ours/compared-with-theirs.html"), session.outLines().getLast());
  }

  @Test
  void runsOfTwoMachinesAreNotCompared() throws IOException {
    var ours = write("ours", healthy());
    var theirs =
        StoredRun.write(home.resolve("theirs"), healthy(), StoredRun.environment("Another CPU"));
    assertRefused(
        Session.of(home, "report", ours, "--compare", theirs),
        "not comparable: CPU: Some CPU here, Another CPU there.");
  }

  @Test
  void runsWhoseForksTookOtherTimesAreNotCompared() throws IOException {
    var ours = write("ours", healthy());
    var theirs = write("theirs", healthy());
    StoredRun.replace(
        theirs.resolve("raw.json"), "\"iterationMillis\" : 500", "\"iterationMillis\" : 200");
    assertRefused(
        Session.of(home, "report", ours, "--compare", theirs),
        "Forks: 3 + 5 iterations of 500 ms here, 3 + 5 iterations of 200 ms there.");
  }

  @Test
  void theSummaryCanBeReadAgainAsItWasComputed() throws IOException {
    var raw = healthy();
    var run = StoredRun.write(home.resolve("run"), raw);
    assertEquals(0, Session.of(home, "report", run).exitCode());
    var read = RunFolder.read(run.resolve("summary.json"), Summary.class);
    assertEquals(new Analysis(raw, 2).summary(), read);
  }

  @Test
  void aCeilingThatDiffersTooIsACaution() throws IOException {
    var faster =
        Recorded.healthy(ROUNDS)
            .add(
                "catalog/ceiling/entries/ceiling@1",
                Kind.CEILING,
                "ceiling",
                1,
                null,
                noisy(1500, 5));
    var session = compare(faster.raw(), healthy());
    assertTrue(session.out().contains("The machine may have changed"), session.out());
  }

  @Test
  void aRunThatIsNotToBeBelievedWithholdsTheComparison() throws IOException {
    var doubtful =
        Recorded.healthy(ROUNDS)
            .add(CONTROL, Kind.CONTROL, "sequential again", 1, Recorded.SEQUENTIAL, noisy(1300, 4));
    var session = compare(healthy(), doubtful.raw());
    assertTrue(session.out().contains("The other run is not to be believed."), session.out());
    assertTrue(line(session, PIPELINE).endsWith("withheld"), session.out());
  }

  @Test
  void variantsWithOtherParametersAreLeftOutAndCounted() throws IOException {
    var ours = write("ours", healthy());
    var theirs = write("theirs", healthy());
    StoredRun.replace(
        theirs.resolve("raw.json"),
        "\"parameters\" : { }",
        "\"parameters\" : { \"work\" : \"9\" }");
    var session = Session.of(home, "report", ours, "--compare", theirs);
    assertEquals(0, session.exitCode(), session.err());
    assertTrue(session.out().contains("Note: 1 variant"), session.out());
    assertTrue(
        session.outLines().stream().noneMatch(it -> it.startsWith(Recorded.SEQUENTIAL + " ")),
        session.out());
  }

  @Test
  void runsWithNothingInCommonAreNotCompared() throws IOException {
    var other =
        new Recorded(ROUNDS).add("else/model/a@1", Kind.MODEL, "a", 1, null, noisy(1000, 0)).raw();
    assertRefused(compare(healthy(), other), "not comparable: the runs have no variant in common");
  }

  // ---- merging several

  @Test
  void runsOfTwoMachinesAreMergedOnOnePage() throws IOException {
    var one = write("one", healthy());
    var two = StoredRun.write(home.resolve("two"), healthy(), StoredRun.environment("Another CPU"));
    var session = Session.of(home, "report", "merge", one, two);
    assertEquals(0, session.exitCode(), session.err());
    var page = home.resolve("results/merged/report.html");
    assertEquals("report: " + page, session.out().strip());
    var markdown = Files.readString(home.resolve("results/merged/report.md"));
    assertTrue(markdown.contains("Some CPU") && markdown.contains("Another CPU"), markdown);
  }

  @Test
  void oneRunIsNothingToMerge() throws IOException {
    var session = Session.of(home, "report", "merge", write("one", healthy()));
    assertEquals(2, session.exitCode());
    assertTrue(session.err().contains("merge --help"), session.err());
  }

  @Test
  void aMergeNamesTheRunThatCannotBeRead() throws IOException {
    var one = write("one", healthy());
    var two = write("two", healthy());
    Files.writeString(two.resolve("raw.json"), "{\n oops");
    assertRefused(
        Session.of(home, "report", "merge", one, two),
        two.resolve("raw.json") + ", line 2, column ");
  }

  @Test
  void aMergeDoesNotReplaceAFile() throws IOException {
    var mine = Files.writeString(home.resolve("mine"), "mine");
    var session =
        Session.of(
            home,
            "report",
            "merge",
            write("one", healthy()),
            write("two", healthy()),
            "--out",
            mine);
    assertRefused(session, "--out " + mine + ": no folder");
  }

  // ---- helpers

  private static RawRun healthy() {
    return Recorded.healthy(ROUNDS).raw();
  }

  private static RawRun begun() {
    var raw = healthy();
    return new RawRun(raw.format(), raw.plan(), raw.variants(), List.of());
  }

  private Path write(String name, RawRun raw) throws IOException {
    return StoredRun.write(home.resolve(name), raw);
  }

  private Session compare(RawRun ours, RawRun theirs) throws IOException {
    return Session.of(home, "report", write("ours", ours), "--compare", write("theirs", theirs));
  }

  /** Of the pipeline, that became so many times as fast. */
  private String verdictOf(double times) throws IOException {
    var ours =
        Recorded.healthy(ROUNDS)
            .add(PIPELINE, Kind.MODEL, "pipeline", 2, Recorded.SEQUENTIAL, noisy(times * 1800, 3));
    var session = compare(ours.raw(), healthy());
    assertEquals(0, session.exitCode(), session.err());
    return line(session, PIPELINE).replaceAll(".*  ", "");
  }

  private static String line(Session session, String variant) {
    return session.outLines().stream()
        .filter(line -> line.strip().startsWith(variant + " "))
        .findFirst()
        .orElseThrow(() -> new AssertionError(session.out()));
  }

  private static void assertRefused(Session session, String reason) {
    assertEquals(2, session.exitCode(), session.toString());
    assertEquals(1, session.errLines().size(), session.err());
    assertTrue(session.err().contains(reason), session.err());
    assertEquals("", session.out());
  }
}
