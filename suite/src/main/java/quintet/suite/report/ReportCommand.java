package quintet.suite.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.suite.InputException;
import quintet.suite.cli.Terminal;
import quintet.suite.results.RunFolder;

/** {@code quintet report}: makes the report of a run, or compares two. */
@Command(
    name = "report",
    description = {
      "Make the report of a run: report.html, in one file, and report.md with its figures.",
      "With --compare: what is faster in DIR than in OTHER, of the same machine."
    })
public final class ReportCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Path home;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The run's folder; default: the last.")
  private @Nullable Path path;

  @Option(
      names = "--compare",
      paramLabel = "OTHER",
      description = "Divide by this run's rates; its machine and forks must be alike.")
  private @Nullable Path other;

  @Option(names = "--open", description = "Show the page in the browser.")
  private boolean open;

  private ReportCommand(Terminal terminal, Path home) {
    this.terminal = terminal;
    this.home = home;
  }

  /** The command with its subcommand. */
  public static CommandLine commandLine(Terminal terminal, Path home) {
    return new CommandLine(new ReportCommand(terminal, home))
        .addSubcommand(new MergeCommand(terminal, home));
  }

  @Override
  public Integer call() throws IOException {
    var folder = path == null ? last() : RunFolder.existing(path);
    var page = other == null ? report(folder) : compare(folder, RunFolder.existing(other));
    if (open) {
      DefaultBrowser.show(page, terminal);
    }
    return 0;
  }

  private Path report(RunFolder folder) throws IOException {
    var conclusion = Conclusion.of(folder).write();
    conclusion.printTo(terminal);
    return conclusion.html();
  }

  private Path compare(RunFolder ours, RunFolder theirs) throws IOException {
    var comparison = ComparisonPage.of(ours, theirs);
    var page = comparison.write();
    comparison.printTo(terminal);
    terminal.out().println("report: " + page);
    return page;
  }

  /** The one that began last, of those that have measured something. */
  private RunFolder last() throws IOException {
    var results = home.resolve("results");
    RunFolder last = null;
    var begun = "";
    if (Files.isDirectory(results)) {
      try (var folders = Files.list(results)) {
        for (var folder : folders.map(RunFolder::new).toList()) {
          if (Files.isRegularFile(folder.raw())) {
            var raw = folder.readRaw();
            if (!raw.forks().isEmpty() && raw.plan().startedAt().compareTo(begun) > 0) {
              last = folder;
              begun = raw.plan().startedAt();
            }
          }
        }
      }
    }
    if (last != null) {
      return last;
    }
    throw new InputException("no run in " + results + " yet; 'quintet bench' makes one");
  }
}
