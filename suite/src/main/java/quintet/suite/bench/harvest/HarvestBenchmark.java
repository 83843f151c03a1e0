package quintet.suite.bench.harvest;

import org.openjdk.jmh.annotations.Param;
import quintet.suite.bench.kit.Contest;
import quintet.suite.results.Bound;
import quintet.suite.results.Kind;
import quintet.workloads.harvest.Harvest;

/**
 * How many calls a second does each model of the piece {@code harvest} make, with so many of them
 * in flight; and how much longer does it take than the {@link HarvestCeiling}?
 */
@Contest(
    piece = "harvest",
    kind = Kind.MODEL,
    title = Load.TITLE,
    among = "model",
    baseline = "SEQUENTIAL",
    bound = Bound.CALLS,
    unit = "calls")
@SuppressWarnings("NullAway.Init") // JMH sets the parameters
public class HarvestBenchmark extends HarvestContest {

  @Param public Player model;

  /** So much more work than is counted: what a run must be able to see. */
  @Param("0")
  public int plantedPercent;

  @Override
  Harvest harvest() {
    return model.harvest();
  }

  @Override
  int plantedPercent() {
    return plantedPercent;
  }
}
