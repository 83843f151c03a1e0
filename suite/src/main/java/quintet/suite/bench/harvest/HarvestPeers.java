package quintet.suite.bench.harvest;

import org.openjdk.jmh.annotations.Param;
import quintet.suite.bench.kit.Contest;
import quintet.suite.results.Bound;
import quintet.suite.results.Kind;
import quintet.workloads.harvest.Harvest;

/** How many calls a second do other libraries make, over the same client and into the same rows? */
@Contest(
    piece = "harvest",
    kind = Kind.PEER,
    title = Load.TITLE,
    among = "peer",
    against = HarvestBenchmark.class,
    bound = Bound.CALLS,
    unit = "calls")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters
public class HarvestPeers extends HarvestContest {

  @Param public Peer peer;

  @Override
  Harvest harvest() {
    return peer;
  }
}
