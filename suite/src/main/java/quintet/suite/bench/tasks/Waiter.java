package quintet.suite.bench.tasks;

import java.util.stream.LongStream;

/** Who waits, and first the loop that all are compared with. */
@SuppressWarnings("ImmutableEnumChecker") // ways have no state
public enum Waiter {
  LOOP((_, tasks, task) -> LongStream.range(0, tasks).map(task).boxed().toList());

  private final Waiting way;

  Waiter(Waiting way) {
    this.way = way;
  }

  Waiting way() {
    return way;
  }
}
