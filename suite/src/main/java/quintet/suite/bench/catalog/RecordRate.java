package quintet.suite.bench.catalog;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Adds the line {@code records}, in records a second, to a benchmark that counts whole runs. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class RecordRate {

  /** Reset by JMH before each iteration. */
  public long records;
}
