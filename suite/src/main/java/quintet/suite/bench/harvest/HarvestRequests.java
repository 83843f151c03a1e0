package quintet.suite.bench.harvest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import quintet.suite.bench.kit.Contest;
import quintet.suite.bench.kit.LatencyLog;
import quintet.suite.harvest.ApiProcess;
import quintet.suite.latency.OpenLoad;
import quintet.suite.results.Kind;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Medium;
import quintet.workloads.harvest.Sheet;
import quintet.workloads.harvest.Summary;

/**
 * How long does a caller wait who asks for a handful of items, when requests come at a fixed rate?
 *
 * <p>One operation is one request: it waits until the request is due, and is then a whole run of
 * the model, which makes its calls all at the same time; or, if it is sequential, one after the
 * other. JMH's threads are the requesters, and its score is the rate that was kept up; the
 * latencies are in {@link LatencyLog}. The rows go to memory: a disk would add its own time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(HarvestRequests.REQUESTERS)
@Contest(
    piece = "harvest",
    kind = Kind.LATENCY,
    title = "requests at a fixed rate, each of some calls of 20 ms",
    among = "model",
    baseline = "SEQUENTIAL")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and then calls the set-up
public class HarvestRequests {

  /** Twice as many as the loop keeps busy. */
  static final int REQUESTERS = 16;

  /** More than the threads take to begin an iteration, so that the first request is not late. */
  private static final Duration DELAY = Duration.ofMillis(20);

  @Param public Player model;

  @Param("40")
  public int requestsPerSecond;

  @Param("10")
  public int callsPerRequest;

  private ApiProcess api;
  private Harvest harvest;
  private List<String> urls;
  private OpenLoad load;

  @Setup
  public void checkAnswer() throws IOException, InterruptedException {
    api = ApiProcess.start(Load.LATENCY, Load.SEED);
    harvest = model.harvest();
    urls =
        IntStream.rangeClosed(1, callsPerRequest)
            .mapToObj(item -> api.uri(item).toString())
            .toList();
    var _ = answer();
  }

  @TearDown
  public void stop() throws IOException {
    api.close();
  }

  @Setup(Level.Iteration)
  public void beginLoad() {
    var interval = Duration.ofSeconds(1).dividedBy(requestsPerSecond);
    load = new OpenLoad(OpenLoad.Clock.SYSTEM, DELAY, interval);
  }

  @Benchmark
  public Summary request(LatencyLog log) throws IOException, InterruptedException {
    return load.sendNext(this::answer, log.latencies());
  }

  private Summary answer() throws IOException, InterruptedException {
    try (var sheet = Sheet.on(new Memory(), "the sheet in memory", Load.FIELDS)) {
      var summary = harvest.run(Job.of(urls, sheet).withLimit(urls.size()));
      if (summary.ok() != urls.size()) {
        throw new IllegalStateException("not all is well: " + summary);
      }
      return summary;
    }
  }

  /** Takes rows, and forgets them. */
  private static final class Memory implements Medium {
    @Override
    public void write(byte[] bytes) {}

    @Override
    public void truncate(long length) {}

    @Override
    public void close() {}
  }
}
