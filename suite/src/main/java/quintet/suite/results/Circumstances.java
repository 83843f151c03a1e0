package quintet.suite.results;

import org.jspecify.annotations.Nullable;
import quintet.suite.environment.Environment;
import quintet.suite.environment.MachineLoad;

/**
 * {@code environment.json}: where a run was made, and what else the machine did.
 *
 * @param environment what stays the same during a run
 * @param loadBefore in the moment before the first fork
 * @param loadAfter over the whole time since; null while the run is not finished
 */
public record Circumstances(
    Environment environment, @Nullable MachineLoad loadBefore, @Nullable MachineLoad loadAfter) {

  /** The same, with the load since it began. */
  public Circumstances after(MachineLoad load) {
    return new Circumstances(environment, loadBefore, load);
  }
}
