package quintet.workloads.catalog.data;

import java.util.List;

/**
 * Numbers that look random and depend on two numbers only: SplitMix64, as SplittableRandom
 * describes it.
 *
 * <p>Written out here because the JDK does not promise that its generators give the same numbers in
 * the next release, and because this one is reused from record to record. Integers only: the result
 * is the same on every machine. Not thread-safe.
 *
 * <p>Source: Steele, Lea, Flood, <i>Fast Splittable Pseudorandom Number Generators</i>, 2014.
 */
final class Dice {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /** Starts over for one record. Both numbers are mixed, so that neighbours have nothing alike. */
  Dice shake(long seed, long number) {
    state = mixed(seed ^ mixed(number + GOLDEN_GAMMA));
    return this;
  }

  private long next() {
    state += GOLDEN_GAMMA;
    return mixed(state);
  }

  /** From 0 to {@code bound - 1}, all alike. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** From {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** From {@code low} to {@code high}, small ones far more often, as words and lengths are. */
  int mostlyLow(int low, int high) {
    return low + below(1 + below(high - low + 1));
  }

  /** True so many times in a thousand. */
  boolean chance(int permille) {
    return below(1000) < permille;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  <T> T oneOf(T[] choices) {
    return choices[below(choices.length)];
  }

  private static long mixed(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
