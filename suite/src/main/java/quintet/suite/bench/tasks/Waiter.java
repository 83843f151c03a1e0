package quintet.suite.bench.tasks;

import java.util.stream.LongStream;
import quintet.suite.Models;
import quintet.workloads.Staff;

/** Who waits, each in virtual threads, and first the loop that all are compared with. */
@SuppressWarnings("ImmutableEnumChecker") // ways have no state
public enum Waiter {
  LOOP((_, tasks, task) -> LongStream.range(0, tasks).map(task).boxed().toList()),
  THREADPOOL(with(Models.THREADPOOL)),
  PIPELINE(with(Models.PIPELINE)),
  ASYNC(with(Models.ASYNC)),
  LOCKS(with(Models.LOCKS));

  private final Waiting way;

  Waiter(Waiting way) {
    this.way = way;
  }

  Waiting way() {
    return way;
  }

  private static Waiting with(Models model) {
    return (calls, tasks, task) ->
        WithModel.list(model.tasks(new Staff(calls, Staff.Kind.VIRTUAL)), tasks, task);
  }
}
