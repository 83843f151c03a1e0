package quintet.suite.bench;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import quintet.suite.CatalogFiles;
import quintet.suite.bench.kit.Cache;
import quintet.suite.cli.ProgressLine;
import quintet.suite.cli.Terminal;
import quintet.suite.environment.Environment;
import quintet.suite.environment.LoadMeter;
import quintet.suite.report.Conclusion;
import quintet.suite.results.Circumstances;
import quintet.suite.results.RunFolder;

/**
 * One call of {@code quintet bench}: from the first line on the screen to the report, also when
 * Ctrl-C cuts it short.
 */
final class Measurement {

  /** What it takes to write the report, at most. */
  private static final int LAST_WORDS_SECONDS = 30;

  private static final int INTERRUPTED = 130;

  private final Terminal terminal;
  private final Path home;
  private final @Nullable String profiler;
  private final ProgressLine progress;
  private final LoadMeter loadSinceStart = LoadMeter.ofThisMachine();

  Measurement(Terminal terminal, Path home, @Nullable String profiler) {
    this.terminal = terminal;
    this.home = home;
    this.profiler = profiler;
    progress = new ProgressLine(terminal);
  }

  /** Measures what is not measured yet, and returns the exit code. */
  int run(Recording recording, Environment environment, Budget budget) throws IOException {
    System.setProperty(Cache.FOLDER, CatalogFiles.cache(home).toString());
    var plan = recording.plan();
    var timing = Timing.of(plan);
    var schedule = new Schedule(recording.variants(), plan.seed(), !plan.interleaved());
    prepare(recording);
    var before = loadSinceStart.sinceLastSample();
    var circumstances = new Circumstances(environment, before, null);
    RunFolder.write(recording.folder().environment(), circumstances);
    recording.begin();
    var campaign = new Campaign(schedule, budget, recording, timing.estimate(), this::show);
    introduce(campaign, environment, recording);
    return measure(campaign, timing, recording, circumstances);
  }

  /** In this process, so that a fork's set-up finds it: it is not the place for a long wait. */
  private void prepare(Recording recording) throws IOException {
    terminal.note("input: " + Cache.folder() + " (generated if it is not there)");
    for (var variant : recording.variants()) {
      Entry.prepare(variant);
    }
  }

  /** Where a line cannot be drawn over, every fork has its own. */
  private void show(String line, double part) {
    if (terminal.animated()) {
      progress.show(line, part);
    } else {
      terminal.err().println(line);
    }
  }

  private void introduce(Campaign campaign, Environment environment, Recording recording) {
    var out = terminal.out();
    var plan = recording.plan();
    out.println("machine: " + machine(environment));
    out.println("flags: " + String.join(" ", Forks.FLAGS) + ", blackhole " + Forks.BLACKHOLE);
    out.println(
        plan.depth()
            + ": "
            + recording.variants().size()
            + " variants, "
            + campaign.rounds()
            + " rounds, "
            + (plan.interleaved() ? "each in an order drawn with seed " : "in blocks, seed ")
            + plan.seed());
    Caveats.of(recording.variants(), campaign.rounds(), plan.depth()).forEach(out::println);
    out.println("results: " + recording.folder().path());
    terminal.note(campaign.forks() + " forks, about " + Campaign.inWords(campaign.duration()));
  }

  private static String machine(Environment environment) {
    return environment.cpu().model()
        + ", "
        + environment.limits().availableProcessors()
        + " processors for the JVM, "
        + environment.jvm().name()
        + " "
        + environment.jvm().version();
  }

  // ---- the measurement

  private int measure(
      Campaign campaign, Timing timing, Recording recording, Circumstances circumstances)
      throws IOException {
    var concluded = new CountDownLatch(1);
    var interrupt = new Thread(() -> stop(campaign, concluded), "quintet-bench-stop");
    try {
      Runtime.getRuntime().addShutdownHook(interrupt);
    } catch (IllegalStateException ctrlCWasFaster) {
      campaign.stop();
      return interrupted(recording);
    }
    try {
      int exitCode = measureAll(campaign, timing, recording);
      var _ = Thread.interrupted(); // Ctrl-C has done its work: what is left is to write it down
      RunFolder.write(
          recording.folder().environment(), circumstances.after(loadSinceStart.sinceLastSample()));
      if (!recording.isEmpty()) {
        Conclusion.of(recording.folder()).write().printTo(terminal);
      }
      return campaign.isStopped() && !campaign.isFinished() ? interrupted(recording) : exitCode;
    } finally {
      concluded.countDown();
      remove(interrupt);
    }
  }

  private int interrupted(Recording recording) {
    terminal.note(
        "interrupted"
            + (recording.isEmpty() ? ", nothing is measured yet" : "")
            + "; to go on: ./quintet bench --resume "
            + recording.folder().path());
    return INTERRUPTED;
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // it runs, or has run
    }
  }

  /** When it returns, the line of the progress is gone: what comes now has lines of its own. */
  private int measureAll(Campaign campaign, Timing timing, Recording recording) throws IOException {
    var folder = recording.folder();
    try (this.progress;
        var log = log(folder);
        var forks = new Forks(timing, profiler, log)) {
      campaign.run(forks::measure, LoadMeter.ofThisMachine());
      return 0;
    } catch (RunnerException e) {
      if (!campaign.isStopped()) {
        terminal.note(reason(e) + "; why: " + folder.jmhLog());
      }
      return 1;
    }
  }

  private static String reason(RunnerException e) {
    return String.valueOf(e.getMessage()).contains("JMH lock")
        ? "another program measures with JMH, so this one stopped"
        : "a benchmark failed: " + e.getMessage();
  }

  private PrintStream log(RunFolder folder) throws IOException {
    var file = new FileOutputStream(folder.jmhLog().toFile(), true);
    return new PrintStream(new Anonymous(file, home), true, StandardCharsets.UTF_8);
  }

  /** What Ctrl-C does: no virtual machine is left behind, and what is finished is written down. */
  private static void stop(Campaign campaign, CountDownLatch concluded) {
    campaign.stop();
    Forks.killAll();
    try {
      var _ = concluded.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException atOnce) {
      Thread.currentThread().interrupt();
    }
  }
}
