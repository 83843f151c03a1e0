package quintet.suite.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import quintet.suite.InputException;
import quintet.suite.analysis.Analysis;
import quintet.suite.cli.Terminal;
import quintet.suite.environment.Environment;
import quintet.suite.results.RunFolder;
import quintet.suite.results.Summary;

/**
 * What follows from a run's raw data: the summary and the report. Computed anew from what is on the
 * disk, and written beside it.
 */
public final class Conclusion {

  private final RunFolder folder;
  private final Environment environment;
  private final Summary summary;
  private final ReportPage page;

  private Conclusion(RunFolder folder, Environment environment, Summary summary, ReportPage page) {
    this.folder = folder;
    this.environment = environment;
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
    var environment = RunFolder.read(folder.environment(), Environment.class);
    int cores = environment.cpu().physicalCores();
    var summary = new Analysis(raw, cores).summary();
    var page =
        ReportPage.of(
            summary, EnvironmentFacts.of(environment), cores, Files.readAllBytes(folder.raw()));
    return new Conclusion(folder, environment, summary, page);
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
        summary, EnvironmentFacts.of(environment), environment.cpu().physicalCores());
  }

  Path html() {
    return folder.path().resolve("report.html");
  }

  Path markdown() {
    return folder.path().resolve("report.md");
  }
}
