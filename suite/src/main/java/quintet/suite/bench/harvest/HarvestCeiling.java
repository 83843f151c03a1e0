package quintet.suite.bench.harvest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
import quintet.suite.harvest.ApiProcess;
import quintet.suite.results.Bound;
import quintet.suite.results.Kind;
import quintet.workloads.harvest.Calls;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Sheet;
import quintet.workloads.harvest.Wire;

/**
 * How many calls a second can anybody make with this client, this machine and so many in flight?
 *
 * <p>The honest ideal of a run is {@code max(calls x latency / limit, calls x processor time /
 * cores)}: either every place in flight is always taken, or every core. One operation takes just
 * that. It makes the calls to an API that answers at once, which takes the second of the two, the
 * API's own processor time included, because it runs on the same cores; and it then waits until the
 * first is over too. The client and its connections are there already, no row is formatted, and no
 * file is written.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Contest(
    piece = "harvest",
    kind = Kind.CEILING,
    title = Load.TITLE,
    bound = Bound.CALLS,
    unit = "calls")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and then calls the set-up
public class HarvestCeiling {

  /** Enough to keep all cores busy, the API's as well as ours; more only cost. */
  private static final int BUSY_PER_CORE = 8;

  /** Calls in flight, of the models that are compared with this. */
  @Param("64")
  public int workers;

  @Param("1000")
  public int urls;

  private ApiProcess api;
  private Path csv;
  private Sheet sheet;
  private ExecutorService threads;
  private Wire wire;
  private List<Job> shares;
  private int calls;

  @Setup
  public void checkAnswer() throws IOException, InterruptedException, ExecutionException {
    api = ApiProcess.start(Duration.ZERO, Load.SEED);
    csv = Files.createTempFile("quintet-harvest", ".csv");
    sheet = Sheet.create(csv, Load.FIELDS);
    var load = Load.of(api, urls, workers, 0);
    calls = load.urls().size();
    threads = Executors.newVirtualThreadPerTaskExecutor();
    wire = new Wire(Job.of(load.urls(), sheet), Wire.client().executor(threads).build());
    shares = shares(load.urls(), BUSY_PER_CORE * Runtime.getRuntime().availableProcessors());
    callAll();
  }

  private List<Job> shares(List<String> all, int count) {
    var parts = new ArrayList<Job>();
    for (int i = 0; i < count; i++) {
      int from = all.size() * i / count;
      parts.add(Job.of(all.subList(from, all.size() * (i + 1) / count), sheet));
    }
    return parts;
  }

  @TearDown
  public void stop() throws IOException {
    wire.close();
    threads.close();
    sheet.close();
    api.close();
    Files.delete(csv);
  }

  @Benchmark
  public void ideal(CallRate rate) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + calls * Load.LATENCY.toNanos() / workers;
    callAll();
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
    rate.calls += calls;
  }

  private void callAll() throws InterruptedException, ExecutionException {
    var work = new ArrayList<Callable<Integer>>();
    shares.forEach(share -> work.add(() -> call(share)));
    int ok = 0;
    for (var share : threads.invokeAll(work)) {
      ok += share.get();
    }
    if (ok != calls) {
      throw new IllegalStateException(ok + " of " + calls + " calls went well");
    }
  }

  private int call(Job share) throws InterruptedException {
    var source = new Calls(share);
    int ok = 0;
    for (var call = source.next(); call != null; call = source.next()) {
      ok += wire.fetch(call).ok() ? 1 : 0;
    }
    return ok;
  }
}
