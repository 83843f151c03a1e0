package quintet.suite.statistics;

/** What a number of workers, or of calls, runs into. A law of scaling holds up to there. */
public sealed interface Limit {

  /**
   * Work that computes. More workers than cores are not more cores: they take turns, or share one
   * core's units. So what was measured with more is left out of a fit.
   *
   * @param physical cores of the machine, each counted once whatever its hardware threads
   */
  record Cores(int physical) implements Limit {}

  /** Work that waits. The number is that of the calls in flight, and needs no core for each. */
  record CallsInFlight() implements Limit {}

  /** Whether a measurement with so many counts. */
  default boolean admits(int number) {
    return switch (this) {
      case Cores cores -> number <= cores.physical;
      case CallsInFlight() -> true;
    };
  }

  /** For a sentence: what is counted. */
  default String counted() {
    return switch (this) {
      case Cores cores -> "worker counts within " + cores.physical + " physical cores";
      case CallsInFlight() -> "limits of calls in flight";
    };
  }
}
