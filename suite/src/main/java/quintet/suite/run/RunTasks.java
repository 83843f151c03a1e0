package quintet.suite.run;

import java.time.Duration;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import quintet.suite.InputException;
import quintet.suite.Models;
import quintet.suite.cli.Checks;
import quintet.suite.cli.DurationConverter;
import quintet.workloads.Staff;
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

  /** The loop then takes a tenth of a second, like the generated catalogue. */
  private static final Duration USUAL_TOTAL = Duration.ofMillis(100);

  private static final long LEAST_USUAL = 100;
  private static final long MOST_USUAL = 1_000_000;
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
      description = "How long a task takes: 100ns, 1us (the default), 2.5ms, ...")
  private Duration size = Duration.ofNanos(1_000);

  @Option(
      names = "--skewed",
      description = "One task in a hundred, drawn by the seed, takes a hundred times as long.")
  private boolean skewed;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many tasks; default: as many as take a tenth of a second in a loop.")
  private @Nullable Long count;

  RunTasks(BiFunction<Models, Staff, Tasks> models) {
    this.models = models;
  }

  @Override
  Piece<?> piece(Setting setting) {
    if (!size.isPositive() || size.compareTo(LONGEST) > 0) {
      throw new InputException(
          "--size must be 1ns to "
              + DurationConverter.text(LONGEST)
              + ", not "
              + DurationConverter.text(size));
    }
    long tasks =
        count == null ? Math.clamp(USUAL_TOTAL.dividedBy(size), LEAST_USUAL, MOST_USUAL) : count;
    Checks.range("--count", tasks, 1, MOST);
    var kernel = Calibration.ofThisMachine().kernel(setting.seed(), size, skewed ? 100 : 1);
    var input =
        String.format(
            Locale.ROOT,
            "Generated tasks, seed %d: %,d of about %s%s",
            setting.seed(),
            tasks,
            DurationConverter.text(size),
            skewed ? ", one in 100 a hundred times longer" : "");
    return new TasksPiece(
        model -> models.apply(model, setting.staff()), kernel, tasks, mode, input);
  }
}
