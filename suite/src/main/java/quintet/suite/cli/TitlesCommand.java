package quintet.suite.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.suite.Models;
import quintet.workloads.Staff;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Summary;
import quintet.workloads.catalog.Work;

/** {@code quintet titles}: the titles themselves, for less, sort and wc. */
@Command(
    name = "titles",
    description = "Print the title of every record, in order, a line each, in UTF-8.")
public final class TitlesCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR|-",
      description = "MARC files, also .gz; folders of them; - for standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      converter = ModelConverter.class,
      completionCandidates = ModelConverter.Labels.class,
      description = "One of ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.",
      defaultValue = "pipeline")
  private Models model = Models.PIPELINE;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads at work at the same time; default: this machine's cores.")
  private int workers = Staff.perCore().workers();

  @Option(
      names = "--lenient",
      description = "Go on behind broken records, and report them on standard error.")
  private boolean lenient;

  public TitlesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Checks.range("--workers", workers, 1, Staff.MOST_WORKERS);
    var job =
        Job.of(Inputs.of(files, terminal), Work.TITLES)
            .in(lenient ? Job.Mode.LENIENT : Job.Mode.STRICT);
    try {
      new SkipReport(printed(job)).lines().forEach(terminal.err()::println);
    } catch (OutputException e) {
      if (!e.isReaderGone()) {
        throw e;
      }
    }
    return 0;
  }

  private Summary printed(Job<String> job) throws IOException, InterruptedException {
    var lines = new TitleLines(terminal.output());
    try {
      return model.catalog(Staff.of(workers)).run(job, lines);
    } finally {
      lines.flush(); // the titles before an error come before its message
    }
  }
}
