package quintet.suite.bench.tasks;

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
import quintet.suite.bench.kit.Workers;
import quintet.workloads.tasks.data.Kernel;

/**
 * What the benchmarks of ways have in common. One operation runs all tasks of the size, and has all
 * results: as a list, or handed over to a {@link Digest}. The answer is checked before: it is that
 * of the loop, in the order of the loop.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and then calls the set-up
public abstract class TaskContest {

  @Param public quintet.suite.bench.tasks.Mode mode;

  @Param public Size size;

  /** 0 means one a core. */
  @Param("0")
  public int workers;

  private Kernel task;
  private Crew crew;

  /** Whose turn it is. */
  abstract Way way();

  /** So much more work than is counted. */
  int plantedPercent() {
    return 0;
  }

  @Setup
  public void checkAnswer() throws Exception {
    task = size.kernel(SharedCalibration.roundsPerMilli());
    crew = new Crew(Workers.count(workers));
    Digest.of(way(), mode, crew, size.tasks(), task)
        .mustEqual(Digest.of(new Loop(), mode, crew, size.tasks(), task));
  }

  @TearDown
  public void stop() {
    crew.close();
  }

  @Benchmark
  public Object run(TaskRate rate) throws Exception {
    int tasks = size.tasks() + size.tasks() * plantedPercent() / 100;
    rate.tasks += size.tasks();
    return switch (mode) {
      case ORDERED -> way().list(crew, tasks, task);
      case STREAMED -> {
        var digest = new Digest();
        way().stream(crew, tasks, task, digest);
        yield digest;
      }
    };
  }
}
