package quintet.suite.results;

/** What a variant is measured for. */
public enum Kind {
  /** A model of a piece, or the loop that the models are compared with. */
  MODEL,

  /** What the machine could give at that moment: the same work, with nothing to wait for. */
  CEILING,

  /** The baseline once more, under another name: it must not differ from itself. */
  CONTROL,

  /** The baseline with a known part of more work: the run must see it. */
  PLANT,

  /** Another library that does the same job. */
  PEER,

  /** What no implementation can be faster than. */
  LIMIT,

  /** A design that was tried and left out. */
  LESSON,

  /** How long one caller waits, with requests at a fixed rate. */
  LATENCY
}
