package quintet.suite.report;

import java.util.List;
import quintet.suite.results.Summary;

/**
 * A run and where it was made. An immutable value.
 *
 * @param physicalCores 0 if unknown
 */
public record Machine(Summary summary, List<Fact> facts, int physicalCores) {

  public Machine {
    facts = List.copyOf(facts);
  }
}
