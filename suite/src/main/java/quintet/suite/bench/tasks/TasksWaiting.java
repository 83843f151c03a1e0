package quintet.suite.bench.tasks;

import org.openjdk.jmh.annotations.Param;
import quintet.suite.bench.kit.Contest;
import quintet.suite.results.Bound;
import quintet.suite.results.Kind;

/** How many waiting tasks a second does each model finish, with so many of them in flight? */
@Contest(
    piece = "tasks",
    kind = Kind.MODEL,
    group = "latency",
    among = "model",
    baseline = "LOOP",
    bound = Bound.CALLS,
    unit = "tasks")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters
public class TasksWaiting extends WaitContest {

  @Param public Waiter model;

  @Override
  Waiting way() {
    return model.way();
  }
}
