package quintet.suite.bench.harvest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import quintet.suite.harvest.ApiProcess;
import quintet.workloads.harvest.Harvest;

/**
 * What the benchmarks of harvesting have in common. One operation is a whole run, from a client
 * without a connection to the last row in a file. The API is in a process of its own, on the same
 * cores: its processor time is a part of what a call costs, as it is for whoever runs both.
 *
 * <p>The answer is checked before: an ok row for each URL, and no other.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and then calls the set-up
public abstract class HarvestContest {

  private static final long WARM_UP_NANOS = 4_000_000_000L;
  private static final int WARM_UP_LIMIT = 200;
  private static final int MANY = 1_000;

  /** Calls in flight. */
  @Param("64")
  public int workers;

  /** Calls of one run, unless so few are in flight that it would take long. */
  @Param("1000")
  public int urls;

  private ApiProcess api;
  private Load load;
  private Path csv;

  /** Whose turn it is. */
  abstract Harvest harvest();

  /** So many more calls than are counted. */
  int plantedPercent() {
    return 0;
  }

  @Setup
  public void checkAnswer() throws IOException, InterruptedException {
    csv = Files.createTempFile("quintet-harvest", ".csv");
    api = ApiProcess.start(Load.LATENCY, Load.SEED);
    load = Load.of(api, urls, workers, plantedPercent());
    load.play(harvest(), csv);
    load.check(csv);
    warmUp();
  }

  /**
   * A run of calls that wait has few calls a second, and the compiler counts calls: so many of them
   * at a time, for both processes. One call at a time would take minutes; there somebody else does
   * it, with the same client.
   */
  private void warmUp() throws IOException, InterruptedException {
    var harvest = workers == 1 ? Player.THREADPOOL.harvest() : harvest();
    var many = Load.of(api, MANY, WARM_UP_LIMIT, 0);
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < WARM_UP_NANOS) {
      many.play(harvest, csv);
    }
  }

  @TearDown
  public void stop() throws IOException {
    api.close();
    Files.delete(csv);
  }

  @Benchmark
  public void run(CallRate rate) throws IOException, InterruptedException {
    load.play(harvest(), csv);
    rate.calls += Load.calls(urls, workers);
  }
}
