package quintet.suite.bench.harvest.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import quintet.suite.bench.kit.Contest;
import quintet.suite.results.Kind;

/**
 * How much of the rate of a file for each thread is left when two threads write into one?
 *
 * <p>One operation writes all rows. The answer is checked before, and after the last operation: the
 * files have each row once, and whole.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Contest(
    piece = "harvest",
    kind = Kind.LESSON,
    title = "csv, two threads",
    among = "csv",
    baseline = "FILE_PER_THREAD",
    unit = "rows")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and then calls the set-up
public class CsvLessons {

  static final int THREADS = 2;

  @Param public CsvForm csv;

  @Param("50000")
  public int rows;

  private Path folder;
  private ThreadPoolExecutor pool;

  @Setup
  public void checkAnswer() throws IOException, InterruptedException, ExecutionException {
    folder = Files.createTempDirectory("quintet-csv");
    var threads = Thread.ofPlatform().daemon().name("csv-", 0).factory();
    pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(THREADS, threads);
    pool.prestartAllCoreThreads();
    csv.write(folder, pool, THREADS, rows);
    RowText.check(files(), rows);
  }

  @TearDown
  public void checkAgain() throws IOException {
    pool.close();
    RowText.check(files(), rows);
    for (var file : files()) {
      Files.delete(file);
    }
    Files.delete(folder);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Benchmark
  public void write(RowRate rate) throws IOException, InterruptedException, ExecutionException {
    csv.write(folder, pool, THREADS, rows);
    rate.rows += rows;
  }
}
