package quintet.suite.bench.tasks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Adds the line {@code tasks}, in tasks a second, to a benchmark that counts whole runs. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class TaskRate {

  /** Reset by JMH before each iteration. */
  public long tasks;
}
