package quintet.suite.bench.tasks;

import java.time.Duration;
import quintet.suite.bench.kit.Labelled;
import quintet.suite.bench.kit.Usual;
import quintet.workloads.tasks.data.Kernel;

/**
 * How long a task takes, and how many there are. Of the longest there are fewer, so that one
 * operation still ends within a fraction of a second; a rate in tasks a second does not depend on
 * it.
 */
@Usual(quick = "MICROS_1", standard = "MICROS_1")
public enum Size implements Labelled {
  NANOS_100("100 ns", Duration.ofNanos(100), 1, Size.USUAL_TASKS),
  MICROS_1("1 us", Duration.ofNanos(1_000), 1, Size.USUAL_TASKS),
  MICROS_10("10 us", Duration.ofNanos(10_000), 1, Size.USUAL_TASKS),
  MILLIS_1("1 ms", Duration.ofMillis(1), 1, 200),

  /**
   * Twice the work of {@link #MICROS_1}, in few hands: whoever deals out evenly waits at the end.
   */
  SKEWED("skewed 1 us", Duration.ofNanos(1_000), 100, Size.USUAL_TASKS);

  private static final int USUAL_TASKS = 20_000;

  private final String label;
  private final Duration duration;
  private final int longer;
  private final int tasks;

  Size(String label, Duration duration, int longer, int tasks) {
    this.label = label;
    this.duration = duration;
    this.longer = longer;
    this.tasks = tasks;
  }

  @Override
  public String label() {
    return label;
  }

  int tasks() {
    return tasks;
  }

  /** Such a task on a machine that does so many rounds in a millisecond. */
  Kernel kernel(int roundsPerMilli) {
    int rounds = Math.toIntExact(roundsPerMilli * duration.toNanos() / 1_000_000);
    return new Kernel(SharedCalibration.SEED, Math.max(1, rounds), longer);
  }
}
