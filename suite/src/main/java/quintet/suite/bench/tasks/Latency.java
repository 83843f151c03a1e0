package quintet.suite.bench.tasks;

import java.time.Duration;
import quintet.suite.bench.kit.Labelled;
import quintet.suite.bench.kit.Usual;

/** How long a task waits, and computes nothing. A quick run leaves waiting out. */
@Usual(
    quick = {},
    standard = "MILLIS_20")
public enum Latency implements Labelled {
  /** A call to a service nearby. */
  MILLIS_20(Duration.ofMillis(20));

  private final Duration duration;

  Latency(Duration duration) {
    this.duration = duration;
  }

  @Override
  public String label() {
    return "waits of " + duration.toMillis() + " ms";
  }

  Duration duration() {
    return duration;
  }
}
