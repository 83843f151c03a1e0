package quintet.services.api;

import java.util.SplittableRandom;

/** Random numbers that depend on what is asked for, not on when or in which order. */
final class Chance {

  private Chance() {}

  /** The same numbers for the same parts; unrelated ones if one part differs by one. */
  static SplittableRandom of(long... parts) {
    long mixed = 0;
    for (long part : parts) {
      mixed = new SplittableRandom(mixed ^ part).nextLong();
    }
    return new SplittableRandom(mixed);
  }
}
