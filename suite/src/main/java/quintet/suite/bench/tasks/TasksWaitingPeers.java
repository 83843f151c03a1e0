package quintet.suite.bench.tasks;

import org.openjdk.jmh.annotations.Param;
import quintet.suite.bench.kit.Contest;
import quintet.suite.results.Bound;
import quintet.suite.results.Kind;

/** How many waiting tasks a second do other libraries finish, with so many of them in flight? */
@Contest(
    piece = "tasks",
    kind = Kind.PEER,
    group = "latency",
    among = "peer",
    against = TasksWaiting.class,
    bound = Bound.CALLS,
    unit = "tasks")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters
public class TasksWaitingPeers extends WaitContest {

  @Param public WaitingPeer peer;

  @Override
  Waiting way() {
    return peer;
  }
}
