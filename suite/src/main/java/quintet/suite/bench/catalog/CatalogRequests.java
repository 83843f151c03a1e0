package quintet.suite.bench.catalog;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import quintet.sequential.SequentialCatalog;
import quintet.suite.Models;
import quintet.suite.bench.kit.Contest;
import quintet.suite.bench.kit.LatencyLog;
import quintet.suite.bench.kit.Workers;
import quintet.suite.latency.OpenLoad;
import quintet.suite.results.Kind;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Summary;
import quintet.workloads.catalog.Work;

/**
 * How long does a caller wait who asks for the entries of a small file, when requests come at a
 * fixed rate?
 *
 * <p>One operation is one request: it waits until the request is due, and is then a whole run of
 * the model. JMH's threads are the requesters. So JMH's score is the rate that was kept up, and
 * says only whether the load was what it should be: if it is well below {@code requestsPerSecond},
 * the machine was overloaded, and the latencies say how long the measurement was. The latencies are
 * in {@link LatencyLog}. (With a batch of requests as the operation, each batch would wait for its
 * last answer, and so the load for the answers; with JMH's sample mode, requests would count from
 * when they were sent.)
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(CatalogRequests.REQUESTERS)
@Contest(
    piece = "catalog",
    kind = Kind.LATENCY,
    title = "requests at a fixed rate",
    among = "model",
    baseline = "SEQUENTIAL")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and then calls the set-up
public class CatalogRequests {

  /**
   * So many requests may be under way; the next one waits, as it would at a server's front door.
   */
  static final int REQUESTERS = 4;

  /** More than the threads take to begin an iteration, so that the first request is not late. */
  private static final Duration DELAY = Duration.ofMillis(20);

  @Param public Models model;

  /** Keeps even a model that starts threads for each request far from what it can sustain. */
  @Param("200")
  public int requestsPerSecond;

  /** Some tenths of a millisecond of work for one thread. */
  @Param("200")
  public int recordsPerRequest;

  /** 0 means one a core; for each request under way. */
  @Param("0")
  public int workers;

  private Catalog catalog;
  private Job<?> job;
  private OpenLoad load;

  @Setup
  public void checkAnswer() throws IOException, InterruptedException {
    catalog = model.catalog(Workers.staff(workers));
    job = Job.of(Input.ONE.sources(recordsPerRequest, Input.MARC8_PERCENT), Work.ENTRIES);
    Answer.of(catalog, job).mustEqual(Answer.of(new SequentialCatalog(), job));
  }

  @Setup(Level.Iteration)
  public void beginLoad() {
    var interval = Duration.ofSeconds(1).dividedBy(requestsPerSecond);
    load = new OpenLoad(OpenLoad.Clock.SYSTEM, DELAY, interval);
  }

  @Benchmark
  public Summary request(LatencyLog log) throws IOException, InterruptedException {
    return load.sendNext(() -> catalog.run(job, _ -> {}), log.latencies());
  }
}
