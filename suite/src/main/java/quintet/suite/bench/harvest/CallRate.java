package quintet.suite.bench.harvest;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Adds the line {@code calls}, in calls a second, to a benchmark that counts whole runs. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class CallRate {

  /** Reset by JMH before each iteration. */
  public long calls;
}
