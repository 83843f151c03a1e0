package quintet.suite.results;

/** What a variant's number of workers is a number of, and so what it can be swept over. */
public enum Bound {
  /** Threads that compute: more of them than cores take turns. */
  CORES("workers"),

  /** Calls in flight, that wait: there may be many more of them than cores. */
  CALLS("calls in flight");

  private final String counted;

  Bound(String counted) {
    this.counted = counted;
  }

  /** For the heading of a column. */
  public String counted() {
    return counted;
  }
}
