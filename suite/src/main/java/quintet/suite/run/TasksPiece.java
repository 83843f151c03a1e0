package quintet.suite.run;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import quintet.suite.Models;
import quintet.workloads.tasks.InterruptedRunException;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Task;
import quintet.workloads.tasks.Tasks;
import quintet.workloads.tasks.data.Kernel;

/** The piece {@code tasks}: numbered tasks, made as they are pulled. */
final class TasksPiece implements Piece<TasksPiece.Results> {

  /** How results are asked for. */
  enum Mode {
    ORDERED("results in a list, in order"),
    UNORDERED("results in a list, as they complete"),
    STREAMING("results one by one, in order");

    private final String meaning;

    Mode(String meaning) {
      this.meaning = meaning;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What came out: which result belongs to which task.
   *
   * @param count of the results
   * @param digest depends on every result and on its task's number
   */
  record Results(long count, long digest) {}

  /** A power of two: how many tasks are pulled from one look at the clock to the next. */
  private static final long TASKS_PER_REPORT = 1 << 10;

  private final Function<Models, Tasks> models;
  private final Kernel kernel;
  private final long count;
  private final Mode mode;
  private final String input;

  TasksPiece(Function<Models, Tasks> models, Kernel kernel, long count, Mode mode, String input) {
    this.models = models;
    this.kernel = kernel;
    this.count = count;
    this.mode = mode;
    this.input = input;
  }

  @Override
  public String name() {
    return "tasks";
  }

  @Override
  public Results play(Models model, Progress progress) throws InterruptedException {
    return play(models.apply(model), kernel, progress);
  }

  @Override
  public int threads(Models model, Progress progress) throws InterruptedException {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    play(
        models.apply(model),
        number -> {
          seen.add(Thread.currentThread());
          return kernel.applyAsLong(number);
        },
        progress);
    return seen.size();
  }

  private Results play(Tasks tasks, LongUnaryOperator body, Progress progress)
      throws InterruptedException {
    Iterable<Task<Long>> source = () -> new Source(body, progress);
    var job = Job.of(source);
    var tally = new Tally();
    switch (mode) {
      case ORDERED -> tasks.values(job).forEach(tally::addNext);
      case UNORDERED ->
          tasks
              .outcomes(job.unordered())
              .forEach(outcome -> tally.add(outcome.index(), outcome.value()));
      case STREAMING -> stream(tasks, job, tally);
    }
    return new Results(tally.count, tally.digest);
  }

  private static void stream(Tasks tasks, Job<Long> job, Tally tally) throws InterruptedException {
    try (var outcomes = tasks.start(job)) {
      outcomes.forEachRemaining(outcome -> tally.addNext(outcome.value()));
    } catch (InterruptedRunException e) {
      Thread.interrupted();
      var interrupted = new InterruptedException(e.getMessage());
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  /** Takes results, each once, in any order or in that of the tasks. Used by one thread. */
  private static final class Tally {
    private long count;
    private long digest;

    void addNext(long result) {
      add(count, result);
    }

    void add(long number, long result) {
      count++;
      digest += Kernel.hash(result + number, 2);
    }
  }

  /** Makes tasks as they are asked for, by one thread at a time. */
  private final class Source implements Iterator<Task<Long>> {
    private final LongUnaryOperator body;
    private final Progress progress;
    private long pulled;

    Source(LongUnaryOperator body, Progress progress) {
      this.body = body;
      this.progress = progress;
    }

    @Override
    public boolean hasNext() {
      return pulled < count;
    }

    @Override
    public Task<Long> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      long number = pulled++;
      if (pulled % TASKS_PER_REPORT == 0) {
        progress.at(pulled, count);
      }
      return Task.of(() -> body.applyAsLong(number));
    }
  }

  @Override
  public @Nullable String difference(Results answer, Results oracle) {
    if (answer.count() != oracle.count()) {
      return "results " + answer.count() + " instead of " + oracle.count();
    }
    return answer.equals(oracle) ? null : "as many results, but others or in another order";
  }

  @Override
  public List<Measure> measures(Results oracle) {
    return List.of(Measure.rate("tasks/s", "tasksPerSecond", "%,.0f", (double) oracle.count()));
  }

  @Override
  public String description(Results oracle) {
    return input + "; mode: " + mode.label() + " (" + mode.meaning + ").";
  }

  @Override
  public List<String> notes(Results oracle) {
    return List.of("Threads are those seen at work on tasks.");
  }

  @Override
  public Map<String, Object> facts(Results oracle) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("mode", mode.label());
    facts.put("input", input);
    facts.put("tasks", oracle.count());
    facts.put("rounds", kernel.rounds());
    return facts;
  }
}
