package quintet.suite.bench.tasks;

import org.openjdk.jmh.annotations.Param;
import quintet.suite.bench.kit.Contest;
import quintet.suite.results.Kind;

/**
 * How much faster than a loop over the bare functions is each model of the piece {@code tasks}?
 *
 * <p>The loop has no task objects, no outcomes and no threads: whatever a model does beside the
 * work counts against it.
 */
@Contest(
    piece = "tasks",
    kind = Kind.MODEL,
    group = {"mode", "size"},
    among = "model",
    baseline = "LOOP",
    unit = "tasks",
    preparation = SharedCalibration.class)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters
public class TasksBenchmark extends TaskContest {

  @Param public Player model;

  /** So much more work than is counted: what a run must be able to see. */
  @Param("0")
  public int plantedPercent;

  @Override
  Way way() {
    return model.way();
  }

  @Override
  int plantedPercent() {
    return plantedPercent;
  }
}
