package quintet.suite.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.suite.analysis.Recorded;
import quintet.suite.cli.Session;

final class VerifyCommandTest {

  @TempDir private static Path reported;

  @TempDir private Path home;
  private Path run;

  /** Once: it computes the same for every test. */
  @BeforeAll
  static void reportARun() throws IOException {
    StoredRun.write(reported, Recorded.healthy(6).raw());
    assertEquals(0, Session.of(reported, "report", reported).exitCode());
  }

  @BeforeEach
  void copyIt() throws IOException {
    run = home.resolve("run");
    try (var files = Files.walk(reported)) {
      for (var file : files.toList()) {
        Files.copy(file, run.resolve(reported.relativize(file).toString()));
      }
    }
  }

  @Test
  void whatTheReportWroteIsVerified() {
    var session = verify();
    assertEquals(0, session.exitCode(), session.toString());
    assertTrue(session.out().startsWith("verified from raw.json: "), session.out());
    assertTrue(session.out().contains("report.html"), session.out());
    assertTrue(session.out().contains("the forks of jmh.json"), session.out());
  }

  @Test
  void aNumberOfTheSummaryThatDoesNotFollowIsNamedWithItsPlace() throws IOException {
    StoredRun.replace(run.resolve("summary.json"), "\"ratio\" : 1.", "\"ratio\" : 3.");
    var line = onlyDifference();
    assertTrue(line.startsWith("summary.json /"), line);
    assertTrue(line.contains("/ratio: 3."), line);
  }

  @Test
  void aDigitOfTheMarkdownThatDoesNotFollowIsNamedWithItsLine() throws IOException {
    var line = differenceAfterReplacing("report.md", "1.8", "1.9");
    assertTrue(
        line.matches("report\\.md, line \\d+: .*1\\.9.* is written, .*1\\.8.* follows"), line);
  }

  @Test
  void aDigitOfThePageThatDoesNotFollowIsNamedWithItsLine() throws IOException {
    var line = differenceAfterReplacing("report.html", "1.8", "1.9");
    assertTrue(
        line.matches("report\\.html, line \\d+: .*1\\.9.* is written, .*1\\.8.* follows"), line);
  }

  @Test
  void aFigureThatDoesNotFollowIsNamedWithItsLine() throws IOException {
    var figure = "throughput-catalog-entries.svg";
    var line = differenceAfterReplacing("figures/" + figure, ">pipeline", ">pipelime");
    assertTrue(line.startsWith(figure + ", line "), line);
  }

  @Test
  void aRateThatWasChangedLaterIsFoundInAllThatWasWritten() throws IOException {
    StoredRun.replace(run.resolve("raw.json"), "\"rates\" : [ 9", "\"rates\" : [ 7");
    var session = verify();
    assertEquals(1, session.exitCode());
    assertTrue(session.outLines().getFirst().endsWith("JMH said otherwise"), session.out());
    assertTrue(session.out().contains("summary.json /"), session.out());
    assertTrue(session.err().contains("does not follow from raw.json"), session.err());
  }

  @Test
  void aForkOfWhichJmhSaidOtherwiseIsNamed() throws IOException {
    StoredRun.replace(run.resolve("jmh.json"), "9", "8");
    var line = onlyDifference();
    assertTrue(line.startsWith("raw.json, round 1, " + Recorded.SEQUENTIAL), line);
  }

  @Test
  void anAllocationThatWasChangedLaterIsFound() throws IOException {
    StoredRun.replace(
        run.resolve("raw.json"), "\"allocatedBytes\" : [ 10.0", "\"allocatedBytes\" : [ 11.0");
    assertTrue(verify().outLines().getFirst().endsWith("JMH said otherwise"));
  }

  @Test
  void aDownloadThatHoldsSomethingElseIsFound() throws IOException {
    var page = run.resolve("report.html");
    var text = Files.readString(page);
    int at = text.indexOf("data:application/gzip;base64,") + 200;
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    Files.writeString(page, text.substring(0, at) + other + text.substring(at + 1));
    assertTrue(onlyDifference().startsWith("report.html, line "));
  }

  @Test
  void forksThatJmhDidNotReportAreCounted() throws IOException {
    Files.writeString(run.resolve("jmh.json"), "[]");
    assertEquals("jmh.json has 0 forks, raw.json has 36", onlyDifference());
  }

  @Test
  void anotherFormatOfTheSummaryIsADifference() throws IOException {
    StoredRun.replace(run.resolve("summary.json"), "\"format\" : 1", "\"format\" : 2");
    assertTrue(onlyDifference().startsWith("summary.json /format: 2"));
  }

  @Test
  void aFolderWithoutJmhsFileIsVerifiedByTheRest() throws IOException {
    Files.delete(run.resolve("jmh.json"));
    var session = verify();
    assertEquals(0, session.exitCode());
    assertTrue(session.out().contains("not there: jmh.json"), session.out());
  }

  @Test
  void aRunWithoutASummaryIsToldWhatMakesOne() throws IOException {
    Files.delete(run.resolve("summary.json"));
    var session = verify();
    assertEquals(2, session.exitCode());
    assertEquals(1, session.errLines().size());
    assertTrue(session.err().contains("summary.json: not there"), session.err());
    assertTrue(session.err().contains("quintet report"), session.err());
  }

  @Test
  void aSummaryThatIsNoJsonIsNamedWithItsPosition() throws IOException {
    Files.writeString(run.resolve("summary.json"), "{\n oops");
    var session = verify();
    assertEquals(2, session.exitCode());
    assertTrue(session.err().contains("summary.json, line 2, column"), session.err());
  }

  private String differenceAfterReplacing(String file, String old, String other)
      throws IOException {
    StoredRun.replace(run.resolve(file), old, other);
    return onlyDifference();
  }

  /** The one line on standard output. */
  private String onlyDifference() {
    var session = verify();
    assertEquals(1, session.exitCode(), session.toString());
    assertEquals(1, session.outLines().size(), session.out());
    assertEquals(1, session.errLines().size(), session.err());
    return session.out().strip();
  }

  private Session verify() {
    return Session.of(home, "bench", "verify", run);
  }
}
