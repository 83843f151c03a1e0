package quintet.services.api;

/** How many requests are let in; the others are answered 429 at once. Immutable. */
public sealed interface RateLimit {

  /**
   * Whether one more is let in.
   *
   * @param inFlight requests that are let in and not answered yet
   * @param thisSecond requests that were let in since the clock's second began
   */
  boolean admits(int inFlight, int thisSecond);

  static RateLimit none() {
    return new None();
  }

  /** At most so many at the same time. */
  static RateLimit inFlight(int most) {
    return new InFlight(most);
  }

  /** At most so many in each second of the clock: a burst over its edge may have twice as many. */
  static RateLimit perSecond(int most) {
    return new PerSecond(most);
  }

  /** Lets all in. */
  record None() implements RateLimit {
    @Override
    public boolean admits(int inFlight, int thisSecond) {
      return true;
    }
  }

  /** See {@link #inFlight}. */
  record InFlight(int most) implements RateLimit {
    public InFlight {
      check(most);
    }

    @Override
    public boolean admits(int inFlight, int thisSecond) {
      return inFlight < most;
    }
  }

  /** See {@link #perSecond}. */
  record PerSecond(int most) implements RateLimit {
    public PerSecond {
      check(most);
    }

    @Override
    public boolean admits(int inFlight, int thisSecond) {
      return thisSecond < most;
    }
  }

  private static void check(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("a rate limit must be at least 1, not " + most);
    }
  }
}
