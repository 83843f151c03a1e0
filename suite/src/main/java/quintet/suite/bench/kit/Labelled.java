package quintet.suite.bench.kit;

/** A parameter's value with a name for readers that is not the constant's own. */
public interface Labelled {

  /** Such as "one file". */
  String label();
}
