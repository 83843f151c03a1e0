package quintet.suite.bench.tasks;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
import quintet.suite.bench.kit.Workers;
import quintet.suite.results.Kind;
import quintet.workloads.tasks.data.Kernel;

/**
 * How much faster can so many threads be on this machine, at this moment, with these tasks?
 *
 * <p>The threads are there already, each takes the next chunk of numbers by adding to a cursor, and
 * the results are added up: no order, nothing to hold, nothing to wait for. A way that comes near
 * this has nothing left to gain.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Contest(
    piece = "tasks",
    kind = Kind.CEILING,
    group = "size",
    among = "workers",
    baseline = "1",
    unit = "tasks",
    preparation = SharedCalibration.class)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and then calls the set-up
public class TasksCeiling {

  /** So many chunks for each worker: at the end, none waits long for the others. */
  private static final int CHUNKS_PER_WORKER = 50;

  @Param public Size size;

  /** 0 means one a core. */
  @Param({"1", "0"})
  public int workers;

  private Kernel task;
  private Crew crew;
  private int chunk;

  @Setup
  public void checkAnswer() throws Exception {
    task = size.kernel(SharedCalibration.roundsPerMilli());
    crew = new Crew(Workers.count(workers));
    chunk = Math.max(1, size.tasks() / (CHUNKS_PER_WORKER * crew.workers()));
    long expected = sum(0, size.tasks());
    if (sumOfAll() != expected) {
      throw new IllegalStateException("wrong sum");
    }
  }

  @TearDown
  public void stop() {
    crew.close();
  }

  @Benchmark
  public long run(TaskRate rate) throws Exception {
    rate.tasks += size.tasks();
    return sumOfAll();
  }

  private long sumOfAll() throws Exception {
    var cursor = new AtomicInteger();
    var shares = new ArrayList<Callable<Long>>();
    for (int i = 0; i < crew.workers(); i++) {
      shares.add(() -> share(cursor));
    }
    long sum = 0;
    for (var share : crew.pool().invokeAll(shares)) {
      sum += share.get();
    }
    return sum;
  }

  private long share(AtomicInteger cursor) {
    long sum = 0;
    for (int from = cursor.getAndAdd(chunk); from < size.tasks(); from = cursor.getAndAdd(chunk)) {
      sum += sum(from, Math.min(from + chunk, size.tasks()));
    }
    return sum;
  }

  private long sum(int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += task.applyAsLong(i);
    }
    return sum;
  }
}
