package quintet.suite.bench;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import quintet.suite.bench.catalog.CatalogBenchmark;
import quintet.suite.bench.kit.Cache;

/** What JMH says of a benchmark: measured in this process, for an instant, and without meaning. */
final class OneFork {

  static final int ITERATIONS = 2;
  static final int RECORDS = 1_000;

  private OneFork() {}

  /** The input is generated into {@code cache}. */
  static RunResult measured(Path cache) throws RunnerException {
    System.setProperty(Cache.FOLDER, cache.toString());
    System.setProperty("jmh.ignoreLock", "true"); // whoever else measures: this is no measurement
    try {
      return measured();
    } finally {
      System.clearProperty(Cache.FOLDER);
      System.clearProperty("jmh.ignoreLock");
    }
  }

  private static RunResult measured() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include("^" + CatalogBenchmark.class.getName().replace(".", "\\.") + "\\.run$")
            .param("model", "SEQUENTIAL")
            .param("work", "TITLES")
            .param("input", "ONE")
            .param("records", String.valueOf(RECORDS))
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(ITERATIONS)
            .measurementTime(TimeValue.milliseconds(20))
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTimeProfiler.class)
            .shouldFailOnError(true)
            .build();
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    var format = OutputFormatFactory.createFormatInstance(nowhere, VerboseMode.SILENT);
    return new Runner(options, format).runSingle();
  }
}
