package quintet.suite.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import quintet.suite.bench.kit.Cache;
import quintet.suite.bench.kit.LatencyLog;
import quintet.suite.results.Variant;

/**
 * Runs JMH, one fork at a time, always with the same flags. What JMH prints goes to a log: it would
 * repeat its header with every fork.
 *
 * <p>Not thread-safe; only {@link #killAll} may be called by another thread.
 */
final class Forks implements Closeable {

  /**
   * Flags of the measured virtual machine. The heap is fixed and its pages are there, so that no
   * run pays for its growth; the collector is named, because the virtual machine picks one by the
   * size of the machine; the last flag silences a warning about JMH itself.
   */
  static final List<String> FLAGS =
      List.of(
          "-Xms2g",
          "-Xmx2g",
          "-XX:+AlwaysPreTouch",
          "-XX:+UseParallelGC",
          "--sun-misc-unsafe-memory-access=allow");

  /** JMH's way to keep results alive. It would find out by itself which is there, and say so. */
  static final String BLACKHOLE = "COMPILER";

  /** What one fork found: JMH's result, and the latencies that it could not carry. */
  record Found(RunResult result, @Nullable String latencies) {}

  private final Timing timing;
  private final @Nullable String profiler;
  private final PrintStream log;
  private final Path handOver;

  /**
   * @param profiler one of JMH's, beside those of allocation and of processor time; or null
   * @param log is appended to
   */
  Forks(Timing timing, @Nullable String profiler, PrintStream log) throws IOException {
    System.setProperty("jmh.blackhole.mode", BLACKHOLE);
    this.timing = timing;
    this.profiler = profiler;
    this.log = log;
    handOver = Files.createTempFile("quintet", ".latencies");
  }

  /**
   * Measures the variant in a virtual machine of its own.
   *
   * @throws RunnerException if its answer is wrong, or it fails otherwise; the log says why
   */
  Found measure(Variant variant) throws RunnerException, IOException {
    Files.writeString(handOver, "");
    var format = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
    var result = new Runner(options(variant).build(), format).runSingle();
    var latencies = Files.readString(handOver, StandardCharsets.US_ASCII);
    return new Found(result, latencies.isBlank() ? null : latencies);
  }

  private OptionsBuilder options(Variant variant) {
    var flags = new ArrayList<>(FLAGS);
    flags.add("-D" + Cache.FOLDER + "=" + Cache.folder());
    flags.add("-D" + LatencyLog.FILE + "=" + handOver);
    var each = TimeValue.milliseconds(timing.each().toMillis());
    var options = new OptionsBuilder();
    options
        .include("^" + Pattern.quote(variant.benchmark()) + "$")
        .forks(1)
        .jvmArgs(flags.toArray(String[]::new))
        .warmupIterations(timing.warmUps())
        .warmupTime(each)
        .measurementIterations(timing.iterations())
        .measurementTime(each)
        .addProfiler(GCProfiler.class)
        .addProfiler(CpuTimeProfiler.class)
        .shouldFailOnError(true);
    variant.parameters().forEach(options::param);
    if (profiler != null) {
      options.addProfiler(profiler);
    }
    return options;
  }

  /** Ends the virtual machines that this one has started. */
  static void killAll() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  /** No virtual machine is left behind: not even one that began while others were ended. */
  @Override
  public void close() throws IOException {
    killAll();
    Files.deleteIfExists(handOver);
  }
}
