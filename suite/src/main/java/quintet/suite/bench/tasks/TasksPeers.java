package quintet.suite.bench.tasks;

import org.openjdk.jmh.annotations.Param;
import quintet.suite.bench.kit.Contest;
import quintet.suite.results.Kind;

/** How much faster than the loop are other libraries, with the same tasks in the same rounds? */
@Contest(
    piece = "tasks",
    kind = Kind.PEER,
    group = {"mode", "size"},
    among = "peer",
    against = TasksBenchmark.class,
    unit = "tasks",
    preparation = SharedCalibration.class)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters
public class TasksPeers extends TaskContest {

  @Param public Peer peer;

  @Override
  Way way() {
    return peer.way();
  }
}
