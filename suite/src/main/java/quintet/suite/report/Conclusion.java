package quintet.suite.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import quintet.suite.InputException;
import quintet.suite.analysis.Analysis;
import quintet.suite.cli.Terminal;
import quintet.suite.results.Circumstances;
import quintet.suite.results.RunFolder;
import quintet.suite.results.Summary;

/**
 * What follows from a run's raw data: the summary and the report. Computed anew from what is on the
 * disk, and written beside it.
 */
public final class Conclusion {

  private final RunFolder folder;
  private final Circumstances circumstances;
  private final Summary summary;
  private final ReportPage page;

  private Conclusion(
      RunFolder folder, Circumstances circumstances, Summary summary, ReportPage page) {
    this.folder = folder;
    this.circumstances = circumstances;
    this.summary = summary;
    this.page = page;
  }

  /**
   * Computes; writes nothing.
   *
   * @throws InputException if the folder has no raw data, or none that can be read
   */
  public static Conclusion of(RunFolder folder) throws IOException {
    var raw = folder.readRaw();
    if (raw.forks().isEmpty()) {
      throw new InputException(folder.raw() + ": nothing is measured yet");
    }
    var circumstances = folder.readCircumstances();
    int cores = circumstances.environment().usableCores();
    var summary = new Analysis(raw, cores).summary();
    var page =
        ReportPage.of(
            summary, EnvironmentFacts.of(circumstances), cores, Files.readAllBytes(folder.raw()));
    return new Conclusion(folder, circumstances, summary, page);
  }

  /** Writes the summary and the report, in HTML and in Markdown with its figures. */
  public Conclusion write() throws IOException {
    RunFolder.write(folder.summary(), summary);
    var _ = PageFiles.write(folder.path(), "report", page.html(), page.markdown(), page.figures());
    return this;
  }

  /** The verdict, the tables, and where the report is. */
  public void printTo(Terminal terminal) {
    new SummaryLines(summary).all().forEach(terminal.out()::println);
    terminal.out().println("report: " + html());
  }

  Summary summary() {
    return summary;
  }

  ReportPage page() {
    return page;
  }

  Machine machine() {
    return new Machine(
        summary, EnvironmentFacts.of(circumstances), circumstances.environment().usableCores());
  }

  Path html() {
    return folder.path().resolve("report.html");
  }

  Path markdown() {
    return folder.path().resolve("report.md");
  }
}
