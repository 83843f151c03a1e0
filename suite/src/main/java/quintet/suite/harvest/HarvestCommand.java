package quintet.suite.harvest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.suite.Models;
import quintet.suite.cli.ModelConverter;
import quintet.suite.cli.ProgressLine;
import quintet.suite.cli.Terminal;
import quintet.workloads.Staff;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.Sheet;
import quintet.workloads.harvest.Summary;

/** {@code quintet harvest}: many addresses called, one CSV. */
@Command(
    name = "harvest",
    description = {
      "Call many addresses, so many at a time, and write one row of a CSV for each.",
      "The CSV is valid at any time: Ctrl-C keeps what is done. --resume calls only what has no ok",
      "row yet. Exit code 1 if any address failed; its row says why."
    })
public final class HarvestCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final BiFunction<Models, Staff, Harvest> models;

  @Parameters(
      arity = "1",
      paramLabel = "FILE|-",
      description =
          "The addresses, a line each; blank lines and those that begin with # count for nothing;"
              + " - for standard input.")
  private String urls = "";

  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final CallOptions calls = new CallOptions();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      converter = ModelConverter.class,
      completionCandidates = ModelConverter.Labels.class,
      description = "One of ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.",
      defaultValue = "async")
  private Models model = Models.ASYNC;

  @Option(
      names = "--threads",
      paramLabel = "KIND",
      description =
          "What threads to use: virtual (the default), since they wait, or platform. There is one"
              + " for each call in flight, but in async and sequential.")
  private Staff.Kind kind = Staff.Kind.VIRTUAL;

  /** Runs {@code models}. */
  public HarvestCommand(Terminal terminal, BiFunction<Models, Staff, Harvest> models) {
    this.terminal = terminal;
    this.models = models;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    calls.check();
    output.check();
    var fields = calls.fields();
    var target = output.target(urls);
    try (var lines = UrlLines.of(urls);
        var _ = output.lock(target)) {
      var total = UrlLines.count(urls); // all are read before there is a file
      try (var sheet = output.open(target, fields)) {
        var toDo = sheet.done().isEmpty() ? total : UrlLines.count(urls, sheet.done());
        return harvested(lines, toDo, sheet).failed() == 0 ? 0 : 1;
      }
    }
  }

  private Summary harvested(UrlLines lines, OptionalLong toDo, Sheet sheet)
      throws IOException, InterruptedException {
    var report = new HarvestReport(terminal, output.name());
    long start = System.nanoTime();
    Summary summary;
    try (var line = new ProgressLine(terminal)) {
      var job = calls.job(lines, sheet).reportingTo(new HarvestProgress(line, toDo));
      summary = models.apply(model, new Staff(Staff.perCore().workers(), kind)).run(job);
    } catch (UncheckedIOException e) { // of the addresses
      throw e.getCause();
    } catch (InterruptedException e) {
      report.interrupted(sheet);
      throw e;
    }
    report.ended(summary, Duration.ofNanos(System.nanoTime() - start), sheet);
    return summary;
  }
}
