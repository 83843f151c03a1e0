package quintet.suite.harvest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.suite.InputException;
import quintet.suite.Models;
import quintet.suite.cli.Checks;
import quintet.suite.cli.DurationConverter;
import quintet.suite.cli.Inputs;
import quintet.suite.cli.ModelConverter;
import quintet.suite.cli.ProgressLine;
import quintet.suite.cli.Terminal;
import quintet.workloads.Staff;
import quintet.workloads.harvest.Fields;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.RetryPolicy;
import quintet.workloads.harvest.Sheet;
import quintet.workloads.harvest.Summary;

/** {@code quintet harvest}: many addresses called, one CSV. */
@Command(
    name = "harvest",
    description = {
      "Call many addresses, so many at a time, and write one row of a CSV for each.",
      "The CSV is valid at any time: Ctrl-C keeps what is done, and --resume goes on behind it.",
      "Exit code 1 if any address failed; its row says why."
    })
public final class HarvestCommand implements Callable<Integer> {

  private static final int MOST_TRIES = 1_000;

  private final Terminal terminal;
  private final BiFunction<Models, Staff, Harvest> models;

  @Parameters(
      arity = "1",
      paramLabel = "FILE|-",
      description =
          "The addresses, a line each; blank lines and those that begin with # count for nothing;"
              + " - for standard input.")
  private String urls = "";

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "The CSV.")
  private String out = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Calls in flight at the same time; default: ${DEFAULT-VALUE}.")
  private int limit = Job.USUAL_LIMIT;

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
      description = "What threads to use: platform (the default) or virtual.")
  private Staff.Kind kind = Staff.Kind.PLATFORM;

  @Option(names = "--resume", description = "Go on with the CSV, if it is there.")
  private boolean resume;

  @Option(names = "--force", description = "Replace the CSV, if it is there.")
  private boolean force;

  @Option(
      names = "--field",
      paramLabel = "POINTER",
      description =
          "A column with this part of the answer, which then must be JSON: a JSON Pointer like"
              + " /owner/name. May be given several times.")
  private List<String> pointers = List.of();

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "For one try; default: 30s.")
  private Duration timeout = Job.USUAL_TIMEOUT;

  @Option(
      names = "--deadline",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "For all of it, such as 5m; what is not done then has failed; default: none.")
  private Duration deadline = Job.NO_DEADLINE;

  @Option(
      names = "--tries",
      paramLabel = "N",
      description =
          "The most tries of an address: after 408, 429, 5xx, a timeout or a broken connection;"
              + " default: ${DEFAULT-VALUE}.")
  private int tries = RetryPolicy.USUAL.tries();

  /** Runs {@code models}. */
  public HarvestCommand(Terminal terminal, BiFunction<Models, Staff, Harvest> models) {
    this.terminal = terminal;
    this.models = models;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    checkNumbers();
    var fields = fields();
    var target = target();
    try (var lines = UrlLines.of(urls);
        var _ = OutputLock.of(target)) {
      checkMayWrite(target);
      var total = UrlLines.count(urls);
      try (var sheet = resume ? Sheet.resume(target, fields) : Sheet.create(target, fields)) {
        return harvested(lines, total, sheet).failed() == 0 ? 0 : 1;
      }
    }
  }

  // ---- what was asked for

  private void checkNumbers() {
    Checks.range("--limit", limit, 1, Job.MOST_IN_FLIGHT);
    Checks.range("--tries", tries, 1, MOST_TRIES);
    checkPositive("--timeout", timeout);
    checkPositive("--deadline", deadline);
    if (resume && force) {
      throw new InputException("--resume goes on with the CSV, --force replaces it: not both");
    }
  }

  private static void checkPositive(String option, Duration duration) {
    if (!duration.isPositive() || duration.compareTo(Job.NO_DEADLINE) > 0) {
      throw new InputException(
          option + " must be over 0 and under 100 years, not " + DurationConverter.text(duration));
    }
  }

  private Fields fields() {
    try {
      return new Fields(pointers);
    } catch (IllegalArgumentException e) {
      throw new InputException("--field: " + e.getMessage(), e);
    }
  }

  private Path target() throws IOException {
    if (out.equals(Inputs.STDIN)) {
      throw new InputException("--out -: harvest needs a file, to go on with it later");
    }
    var target = Inputs.path(out);
    var folder = target.toAbsolutePath().getParent();
    if (Files.isDirectory(target) || target.getFileName() == null) {
      throw new InputException(out + ": is a folder");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InputException(out + ": there is no such folder to write it into");
    }
    if (!urls.equals(Inputs.STDIN)
        && Files.exists(target)
        && Files.isSameFile(target, Inputs.path(urls))) {
      throw new InputException(out + ": is the file of the addresses");
    }
    return target;
  }

  /** Under the lock, so that it is still true when it is written. */
  private void checkMayWrite(Path target) {
    if (Files.exists(target) && !resume && !force) {
      throw new InputException(out + ": exists; --resume goes on with it, --force replaces it");
    }
  }

  // ---- the harvest

  private Summary harvested(UrlLines lines, OptionalLong total, Sheet sheet)
      throws IOException, InterruptedException {
    long before = sheet.rows();
    var toDo = total.isPresent() ? OptionalLong.of(total.getAsLong() - before) : total;
    long start = System.nanoTime();
    Summary summary;
    try (var line = new ProgressLine(terminal)) {
      var job = job(lines, sheet).reportingTo(new HarvestProgress(line, toDo));
      summary = models.apply(model, new Staff(Staff.perCore().workers(), kind)).run(job);
    } catch (UncheckedIOException e) { // of the addresses
      throw e.getCause();
    } catch (InterruptedException e) {
      terminal.note(rowsOf(sheet) + "; --resume goes on with it");
      throw e;
    }
    tell(summary, Duration.ofNanos(System.nanoTime() - start), sheet);
    return summary;
  }

  /** The jitter is another one each time: it is there to keep harvests apart. */
  private Job job(UrlLines lines, Sheet sheet) {
    return Job.of(() -> lines, sheet)
        .withLimit(limit)
        .withTimeout(timeout)
        .withDeadline(deadline)
        .retrying(RetryPolicy.USUAL.withTries(tries))
        .seededBy(ThreadLocalRandom.current().nextLong());
  }

  private void tell(Summary summary, Duration elapsed, Sheet sheet) {
    double seconds = Math.max(1e-9, elapsed.toNanos() / 1e9);
    var lines = terminal.out();
    lines.println(
        String.format(
            Locale.ROOT,
            "%,d ok, %,d failed, %,d retried%s; %,d requests in %,.1f s, %,.0f addresses/s.",
            summary.ok(),
            summary.failed(),
            summary.retried(),
            summary.skipped() == 0
                ? ""
                : String.format(Locale.ROOT, ", %,d skipped", summary.skipped()),
            summary.tries(),
            seconds,
            summary.rows() / seconds));
    lines.println(rowsOf(sheet) + ".");
  }

  private String rowsOf(Sheet sheet) {
    var rows = sheet.rows() == 1 ? "row" : "rows";
    return String.format(Locale.ROOT, "%s: %,d %s", out, sheet.rows(), rows);
  }
}
