package quintet.suite.tasks;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.suite.InputException;
import quintet.suite.Models;
import quintet.suite.cli.Checks;
import quintet.suite.cli.DurationConverter;
import quintet.suite.cli.ModelConverter;
import quintet.suite.cli.PlacementOptions;
import quintet.suite.cli.Site;
import quintet.suite.cli.Terminal;
import quintet.workloads.Staff;
import quintet.workloads.tasks.InterruptedRunException;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Task;
import quintet.workloads.tasks.TaskFailedException;

/** {@code quintet tasks exec}: a command for each line of standard input, many at a time. */
@Command(
    name = "exec",
    description = {
      "Run a command for each line of standard input, so many at a time. What the commands write",
      "is kept apart, and comes in the order of the lines. Blank lines are left out."
    },
    footer = {
      "",
      "  ls *.wav | quintet tasks exec --jobs 4 -- flac --best {}",
      "",
      "Exit codes: 0 all commands ended with 0, 1 some did not, 2 bad usage or input."
    })
public final class ExecCommand implements Callable<Integer> {

  /** Far enough ahead that a slow command keeps none waiting, and few outputs wait for it. */
  private static final int WINDOW_PER_JOB = 64;

  /** With a timeout, who shows the outputs runs no command himself, and so keeps none waiting. */
  private static final Duration UNLIMITED = Job.LONGEST;

  private final Terminal terminal;
  private final Supplier<InputStream> input;

  @Parameters(
      arity = "1..*",
      paramLabel = "CMD",
      description = {
        "The command, behind --. Each {} in it stands for the line;",
        "without one, the line is its last word. No shell reads it.",
        "Members run it in the folder that they were started in."
      })
  private List<String> command = List.of();

  @Option(
      names = {"--jobs", "-j"},
      paramLabel = "N",
      description = "Commands at the same time; default: the cores of who runs them.")
  private @Nullable Integer jobs;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      converter = ModelConverter.class,
      completionCandidates = ModelConverter.Labels.class,
      description = {
        "One of ${COMPLETION-CANDIDATES}; default: pipeline. While they wait",
        "for a line, threadpool and sequential show nothing, and async has a",
        "job less."
      })
  private Models model = Models.PIPELINE;

  @Option(names = "--unordered", description = "Show what a command wrote as soon as it ends.")
  private boolean unordered;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = {
        "End a command that takes longer, show what it wrote,",
        "and count it as failed."
      })
  private @Nullable Duration timeout;

  @Option(names = "--fail-fast", description = "End all at the first command that fails.")
  private boolean failFast;

  @Option(
      names = "--failed",
      paramLabel = "FILE",
      description = "Keep the lines whose commands failed in a new file, to run them again.")
  private @Nullable Path failed;

  @Mixin private final PlacementOptions placement = new PlacementOptions();

  public ExecCommand(Terminal terminal) {
    this(terminal, ExecCommand::stdin);
  }

  ExecCommand(Terminal terminal, Supplier<InputStream> input) {
    this.terminal = terminal;
    this.input = input;
  }

  /** Through a channel, so that an interrupt ends a read that waits. */
  private static InputStream stdin() {
    return Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    placement.check();
    int wanted = wantedJobs();
    if (timeout != null && !timeout.isPositive()) {
      throw new InputException("--timeout must be positive");
    }
    try (var folder = new TemporaryFolder();
        var site = placement.open(Math.min(wanted, cores()), wanted);
        var lines = new Lines(input.get(), nativeCharset())) {
      return run(lines, site, folder.path());
    } catch (UncheckedIOException e) {
      throw new IOException("standard input: " + e.getCause(), e);
    }
  }

  /** Of which some may be done in the same process. */
  private int wantedJobs() {
    var processes = placement.processes();
    if (jobs == null) {
      return processes == null ? cores() : processes;
    }
    Checks.range("--jobs", jobs, 1, Staff.MOST_WORKERS);
    if (processes != null && processes > jobs) {
      throw new InputException(
          "--processes " + processes + " are more than commands at the same time, --jobs " + jobs);
    }
    return jobs;
  }

  private static int cores() {
    return Staff.perCore().workers();
  }

  /** A thread waits for each command that is run elsewhere, so there are never more than jobs. */
  private Staff staff(Site site) {
    int most = jobs == null && site.isElsewhere() ? site.tasksAtOnce() : wantedJobs();
    return new Staff(
        Math.min(most, Staff.MOST_WORKERS),
        site.isElsewhere() ? Staff.Kind.VIRTUAL : site.kind(Staff.Kind.PLATFORM));
  }

  /** File names on the command line are in it too. */
  private static Charset nativeCharset() {
    return Charset.forName(System.getProperty("native.encoding", Charset.defaultCharset().name()));
  }

  private int run(Iterator<String> lines, Site site, Path folder)
      throws IOException, InterruptedException {
    var staff = staff(site);
    try (var failures = FailedLines.keptIn(failed, nativeCharset());
        var log = new ExecLog(terminal, failures)) {
      var job =
          Job.of(tasks(lines, site, folder, log))
              .in(unordered ? Job.Order.COMPLETION : Job.Order.INPUT)
              .window(WINDOW_PER_JOB * staff.workers())
              .taskTimeout(UNLIMITED);
      try (var outcomes = model.tasks(staff).start(failFast ? job : job.returningExceptions())) {
        while (outcomes.hasNext()) {
          log.add(outcomes.next());
        }
      } catch (TaskFailedException first) {
        log.addAll(first);
      }
      return log.exitCode();
    } catch (InterruptedRunException e) {
      throw e.asChecked(); // the clean-up is not to be interrupted
    }
  }

  private Iterator<Task<Finished>> tasks(
      Iterator<String> lines, Site site, Path folder, ExecLog log) {
    var all = Spliterators.spliteratorUnknownSize(lines, 0);
    return StreamSupport.stream(all, false).map(line -> task(line, site, folder, log)).iterator();
  }

  private Task<Finished> task(String line, Site site, Path folder, ExecLog log) {
    var task =
        site.isElsewhere()
            ? new SentExecution(command, line, timeout).placed(site.placement(), folder)
            : Task.<Finished>of(new Execution(command, line, timeout, folder));
    Task.Body<Finished> counted = () -> log.countWell(task.body().call());
    return Task.of(failFast ? () -> FailedCommand.unlessWell(counted) : counted).named(line);
  }
}
