package quintet.suite.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import quintet.suite.InputException;
import quintet.suite.Models;
import quintet.suite.cli.Checks;
import quintet.suite.cli.DurationConverter;
import quintet.suite.cli.PlacementOptions;
import quintet.suite.cluster.Cluster;
import quintet.workloads.Staff;
import quintet.workloads.Staff.Kind;
import quintet.workloads.tasks.Tasks;
import quintet.workloads.tasks.data.Calibration;

/** {@code quintet run tasks}: many small tasks. */
@Command(
    name = "tasks",
    description = {
      "Many small tasks, each a hash of its number, under every model.",
      "The shorter they are, the more it shows what it costs to hand them out."
    })
final class RunTasks extends PieceCommand {

  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final Duration USUAL_SIZE = Duration.ofNanos(1_000);
  private static final Duration USUAL_SIZE_ELSEWHERE = Duration.ofMillis(10);

  /** The loop then takes a tenth of a second, like the generated catalogue. */
  private static final Duration USUAL_TOTAL = Duration.ofMillis(100);

  private static final long LEAST_USUAL = 100;
  private static final long MOST_USUAL = 1_000_000;

  /** So many messages take seconds, and not minutes. */
  private static final long MOST_USUAL_ELSEWHERE = 1_000;

  private static final long MOST = 1_000_000_000;

  private final BiFunction<Models, Staff, Tasks> models;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = {
        "ordered (the default): a list of results, in the order of the tasks;",
        "unordered: as they complete; streaming: in order, one by one, in bounded memory."
      })
  private TasksPiece.Mode mode = TasksPiece.Mode.ORDERED;

  @Option(
      names = "--size",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = {
        "How long a task takes: 100ns, 1us (the default), 2.5ms, ...;",
        "in other processes the default is 10ms: shorter ones are not worth the way."
      })
  private @Nullable Duration size;

  @Option(
      names = "--skewed",
      description = "One task in a hundred, drawn by the seed, takes a hundred times as long.")
  private boolean skewed;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many tasks; default: as many as take a tenth of a second in a loop.")
  private @Nullable Long count;

  @Mixin private final PlacementOptions placement = new PlacementOptions();

  RunTasks(BiFunction<Models, Staff, Tasks> models) {
    this.models = models;
  }

  @Override
  Piece<?> piece(Setting setting) throws IOException, InterruptedException {
    var load = load(setting);
    checkPlacement(setting);
    var usual = setting.staff();
    var site = placement.open(usual.workers(), 1);
    var staff =
        site.isElsewhere()
            ? Cluster.staff(site.tasksAtOnce())
            : new Staff(usual.workers(), placement.isVirtual() ? Kind.VIRTUAL : usual.kind());
    return new TasksPiece(model -> models.apply(model, staff), site, load);
  }

  private void checkPlacement(Setting setting) {
    placement.check();
    var given = setting.staffOptions();
    if (placement.isElsewhere() && !given.isEmpty()) {
      throw new InputException(
          given.getFirst()
              + " is for threads of this process, and tasks are to be done in others; for them"
              + " there are --processes, and --tasks of 'quintet member'");
    }
    if (placement.isVirtual()
        && given.contains("--threads")
        && setting.staff().kind() == Kind.PLATFORM) {
      throw new InputException("--threads platform and --placement virtual contradict each other");
    }
  }

  private TasksPiece.Load load(Setting setting) {
    boolean elsewhere = placement.isElsewhere();
    var each = size == null ? (elsewhere ? USUAL_SIZE_ELSEWHERE : USUAL_SIZE) : size;
    if (!each.isPositive() || each.compareTo(LONGEST) > 0) {
      throw new InputException(
          "--size must be 1ns to "
              + DurationConverter.text(LONGEST)
              + ", not "
              + DurationConverter.text(each));
    }
    long most = elsewhere ? MOST_USUAL_ELSEWHERE : MOST_USUAL;
    long tasks = count == null ? Math.clamp(USUAL_TOTAL.dividedBy(each), LEAST_USUAL, most) : count;
    Checks.range("--count", tasks, 1, MOST);
    var kernel = Calibration.ofThisMachine().kernel(setting.seed(), each, skewed ? 100 : 1);
    var input =
        String.format(
            Locale.ROOT,
            "Generated tasks, seed %d: %,d of about %s%s",
            setting.seed(),
            tasks,
            DurationConverter.text(each),
            skewed ? ", one in 100 a hundred times longer" : "");
    return new TasksPiece.Load(kernel, tasks, mode, input);
  }
}
