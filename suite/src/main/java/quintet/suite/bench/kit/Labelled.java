package quintet.suite.bench.kit;

import java.util.Map;

/** A parameter's value with a name for readers that is not the constant's own. */
public interface Labelled {

  /** Such as "one file". */
  String label();

  /** The name beside these other parameters of the benchmark, as JMH has them. */
  default String labelBeside(Map<String, String> parameters) {
    return label();
  }
}
