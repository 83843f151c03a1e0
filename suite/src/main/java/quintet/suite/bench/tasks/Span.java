package quintet.suite.bench.tasks;

import quintet.suite.bench.kit.Labelled;
import quintet.suite.bench.kit.Usual;

/** How long a task takes that may be worth sending away, and how many there are in a run. */
@Usual(
    quick = {},
    standard = "MILLIS_10")
public enum Span implements Labelled {
  MILLIS_1(1, 200),
  MILLIS_10(10, 100),
  MILLIS_100(100, 8);

  private final int millis;
  private final int tasks;

  Span(int millis, int tasks) {
    this.millis = millis;
    this.tasks = tasks;
  }

  @Override
  public String label() {
    return "tasks of " + millis + " ms";
  }

  int millis() {
    return millis;
  }

  int tasks() {
    return tasks;
  }
}
