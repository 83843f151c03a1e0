package quintet.suite.bench.tasks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import quintet.workloads.tasks.Time;
import quintet.workloads.tasks.data.Errand;

/**
 * What the benchmarks of waiting have in common. One operation is {@value #ROUNDS} tasks for each
 * call in flight, so that it takes as long whatever their number, if all goes well: the rate is to
 * be held against the calls divided by the latency.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters
public abstract class WaitContest {

  static final int ROUNDS = 20;

  @Param public Latency latency;

  /** Calls in flight. */
  @Param("64")
  public int workers;

  /** Whose turn it is. */
  abstract Waiting way();

  /** One round will do: a wrong answer is not wrong by chance. */
  @Setup
  public void checkAnswer() throws Exception {
    var expected = LongStream.range(0, workers).map(Errand::result).boxed();
    if (!list(workers).equals(expected.toList())) {
      throw new IllegalStateException("wrong results");
    }
  }

  @Benchmark
  public List<Long> run(TaskRate rate) throws Exception {
    int tasks = ROUNDS * workers;
    rate.tasks += tasks;
    return list(tasks);
  }

  private List<Long> list(int tasks) throws Exception {
    return way().list(workers, tasks, new Errand(latency.duration(), Time.SYSTEM));
  }
}
