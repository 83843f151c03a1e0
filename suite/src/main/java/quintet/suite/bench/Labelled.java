package quintet.suite.bench;

/** A parameter's value with a name for readers that is not the constant's own. */
interface Labelled {

  /** Such as "one file". */
  String label();
}
