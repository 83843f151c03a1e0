package quintet.suite.bench.harvest.csv;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Adds the line {@code rows}, in rows a second, to a benchmark that counts whole files. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class RowRate {

  /** Reset by JMH before each iteration. */
  public long rows;
}
