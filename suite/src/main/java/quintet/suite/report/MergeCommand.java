package quintet.suite.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.suite.InputException;
import quintet.suite.cli.Terminal;
import quintet.suite.results.RunFolder;

/** {@code quintet report merge}: the runs of several machines on one page. */
@Command(
    name = "merge",
    description = {
      "Put the runs of several machines side by side on one page.",
      "Each keeps its own numbers: none is computed from those of two machines."
    })
final class MergeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(arity = "2..*", paramLabel = "DIR", description = "The runs' folders.")
  private List<Path> paths = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the page is written; default: results/merged.")
  private Path out;

  @Option(names = "--open", description = "Show the page in the browser.")
  private boolean open;

  MergeCommand(Terminal terminal, Path home) {
    this.terminal = terminal;
    out = home.resolve("results").resolve("merged");
  }

  @Override
  public Integer call() throws IOException {
    var machines = new ArrayList<Machine>();
    for (var path : paths) {
      machines.add(Conclusion.of(RunFolder.existing(path)).machine());
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new InputException("--out " + out + ": no folder");
    }
    if (Files.exists(new RunFolder(out).raw())) {
      throw new InputException("--out " + out + ": a run is there, with a report of its own");
    }
    var page = MergedPage.of(machines);
    var written = PageFiles.write(out, "report", page.html(), page.markdown(), page.figures());
    terminal.out().println("report: " + written);
    if (open) {
      DefaultBrowser.show(written, terminal);
    }
    return 0;
  }
}
