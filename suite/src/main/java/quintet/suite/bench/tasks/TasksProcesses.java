package quintet.suite.bench.tasks;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import quintet.suite.Models;
import quintet.suite.bench.kit.Contest;
import quintet.suite.cluster.Cluster;
import quintet.suite.cluster.WorkerProcesses;
import quintet.suite.results.Kind;
import quintet.workloads.Staff;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Task;
import quintet.workloads.tasks.data.Kernel;

/**
 * How much faster than one thread are two other processes, of one core each; and how much faster
 * are two threads, which send nothing?
 *
 * <p>One operation has all results, in order. The processes are there before the first, and are
 * used by all. The answer is checked before: it is that of the loop. Tasks that may be repeated are
 * done again if a process is lost; one that must be done once is marked as begun, on both, before
 * it begins.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Contest(
    piece = "tasks",
    kind = Kind.MODEL,
    title = "processes",
    group = "span",
    among = "site",
    baseline = "ONE_THREAD",
    unit = "tasks",
    preparation = SharedCalibration.class)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and then calls the set-up
public class TasksProcesses {

  private static final int PROCESSES = 2;

  /** So many messages, until the compiler has had its turn, in all three processes. */
  private static final int WARM_UP_TASKS = 15_000;

  private static final int WARM_UP_PORTION = 500;

  private static final List<String> ONE_CORE = List.of("-XX:ActiveProcessorCount=1", "-Xmx256m");

  @Param public Span span;

  @Param public Site site;

  private int rounds;
  private @Nullable WorkerProcesses processes;

  @Setup
  public void prepare() throws IOException, InterruptedException {
    checkAnswer();
    if (site.processes()) {
      warmUp();
    }
  }

  void checkAnswer() throws IOException, InterruptedException {
    rounds = SharedCalibration.roundsPerMilli() * span.millis();
    if (site.processes()) {
      processes = WorkerProcesses.start(PROCESSES, 1, ONE_CORE);
    }
    if (!list().equals(loop())) {
      throw new IllegalStateException("wrong results");
    }
  }

  /**
   * The engine's code is large, and the compiler counts calls: many messages, and hardly a task.
   */
  private void warmUp() throws InterruptedException {
    for (int done = 0; done < WARM_UP_TASKS; done += WARM_UP_PORTION) {
      var _ = elsewhere(job(WARM_UP_PORTION, 1));
    }
  }

  @TearDown
  public void stop() {
    if (processes != null) {
      processes.close();
    }
  }

  @Benchmark
  public List<Long> run(TaskRate rate) throws InterruptedException {
    rate.tasks += span.tasks();
    return list();
  }

  private List<Long> list() throws InterruptedException {
    return switch (site) {
      case ONE_THREAD -> loop();
      case TWO_THREADS ->
          Models.THREADPOOL.tasks(Staff.of(PROCESSES)).values(job(span.tasks(), rounds));
      case TWO_PROCESSES, TWO_PROCESSES_ONCE -> elsewhere(job(span.tasks(), rounds));
    };
  }

  private List<Long> loop() {
    return LongStream.range(0, span.tasks()).mapToObj(number -> hash(number, rounds)).toList();
  }

  private List<Long> elsewhere(Job<Long> job) throws InterruptedException {
    var placement = Objects.requireNonNull(processes);
    return Models.THREADPOOL.tasks(Cluster.staff(PROCESSES)).values(job.placed(placement));
  }

  private Job<Long> job(int tasks, int rounds) {
    return Job.of(
        LongStream.range(0, tasks)
            .mapToObj(number -> Task.of(TasksProcesses::hash, number, rounds))
            .map(task -> site == Site.TWO_PROCESSES ? task.asIdempotent() : task)
            .toList());
  }

  /** The same kernel as in all benchmarks of tasks; it goes to the processes by its name. */
  private static Long hash(Long number, Integer rounds) {
    return new Kernel(SharedCalibration.SEED, rounds, 1).applyAsLong(number);
  }
}
