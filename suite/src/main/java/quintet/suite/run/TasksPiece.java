package quintet.suite.run;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import quintet.suite.Models;
import quintet.suite.cli.Site;
import quintet.workloads.Staff;
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

  /**
   * What there is to do.
   *
   * @param kernel what each task does
   * @param count of the tasks
   * @param mode how their results are asked for
   * @param input the same in words
   */
  record Load(Kernel kernel, long count, Mode mode, String input) {}

  private final Function<Models, Tasks> models;
  private final Site site;
  private final Kernel kernel;
  private final long count;
  private final Mode mode;
  private final String input;

  /** Closes the site when it is closed. */
  TasksPiece(Function<Models, Tasks> models, Site site, Load load) {
    this.models = models;
    this.site = site;
    kernel = load.kernel();
    count = load.count();
    mode = load.mode();
    input = load.input();
  }

  @Override
  public String name() {
    return "tasks";
  }

  @Override
  public Results play(Models model, Progress progress) throws InterruptedException {
    var tally = new Tally();
    play(model, number -> body(kernel, number), progress, tally);
    return new Results(tally.count, tally.digest);
  }

  /** Captures nothing else: it may be sent to another process. */
  private static Task.Body<Long> body(Kernel kernel, long number) {
    return () -> kernel.applyAsLong(number);
  }

  @Override
  public int threads(Models model, Progress progress) throws InterruptedException {
    Set<Long> seen = new HashSet<>();
    play(model, number -> new Visit(kernel, number), progress, (_, worker) -> seen.add(worker));
    return seen.size();
  }

  private void play(
      Models model, LongFunction<Task.Body<Long>> bodies, Progress progress, Sink sink)
      throws InterruptedException {
    Iterable<Task<Long>> source = () -> new Source(bodies, progress);
    var job = Job.of(source);
    if (model != Models.SEQUENTIAL) { // the loop is what all are compared with
      job = job.placed(site.placement());
    }
    var tasks = models.apply(model);
    switch (mode) {
      case ORDERED -> {
        long number = 0;
        for (long value : tasks.values(job)) {
          sink.add(number++, value);
        }
      }
      case UNORDERED ->
          tasks
              .outcomes(job.unordered())
              .forEach(outcome -> sink.add(outcome.index(), outcome.value()));
      case STREAMING -> stream(tasks, job, sink);
    }
  }

  private static void stream(Tasks tasks, Job<Long> job, Sink sink) throws InterruptedException {
    try (var outcomes = tasks.start(job)) {
      outcomes.forEachRemaining(outcome -> sink.add(outcome.index(), outcome.value()));
    } catch (InterruptedRunException e) {
      throw e.asChecked();
    }
  }

  /** Takes results, each once, in any order or in that of the tasks. Used by one thread. */
  private interface Sink {
    void add(long number, long result);
  }

  /** What came out, in two numbers. */
  private static final class Tally implements Sink {
    private long count;
    private long digest;

    @Override
    public void add(long number, long result) {
      count++;
      digest += Kernel.hash(result + number, 2);
    }
  }

  /** Makes tasks as they are asked for, by one thread at a time. */
  private final class Source implements Iterator<Task<Long>> {
    private final LongFunction<Task.Body<Long>> bodies;
    private final Progress progress;
    private long pulled;

    Source(LongFunction<Task.Body<Long>> bodies, Progress progress) {
      this.bodies = bodies;
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
      return new Task<>("", bodies.apply(number), true); // twice is no harm
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
    var threads = "Threads are the most seen at work on tasks at the same time.";
    if (!site.isElsewhere()) {
      return List.of(threads);
    }
    return List.of(
        "The workers are threads of other processes (" + String.join(", ", site.members()) + ");",
        "sequential does its tasks here, in a loop.",
        threads);
  }

  @Override
  public Staff staff(Staff usual) {
    return site.isElsewhere()
        ? Staff.of(Math.min(site.tasksAtOnce(), Staff.MOST_WORKERS))
        : new Staff(usual.workers(), site.kind(usual.kind()));
  }

  @Override
  public void close() {
    site.close();
  }

  @Override
  public Map<String, Object> facts(Results oracle) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("mode", mode.label());
    facts.put("placement", site.label());
    facts.put("members", site.members());
    facts.put("input", input);
    facts.put("tasks", oracle.count());
    facts.put("hashRounds", kernel.rounds());
    return facts;
  }
}
