package quintet.suite.bench.tasks;

import java.util.function.LongUnaryOperator;

/**
 * What a task does: it hashes its number, round after round. Each round needs the one before, and
 * nothing is read or written: what else an operation takes is what it costs to run the tasks. An
 * immutable value.
 *
 * @param rounds of a usual task
 * @param longer one task in {@value #ONE_IN} has so many times the rounds; the hash says which, so
 *     that they follow no pattern
 */
record Kernel(int rounds, int longer) implements LongUnaryOperator {

  private static final long ONE_IN = 100;

  /** The constants of SplitMix64: its step, and one of its multipliers. */
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private static final long MULTIPLIER = 0xBF58476D1CE4E5B9L;

  private static final long SEED = 2709;

  @Override
  public long applyAsLong(long number) {
    long start = SEED + number * STEP;
    return hash(start, isLonger(start) ? rounds * longer : rounds);
  }

  private boolean isLonger(long start) {
    return longer > 1 && Long.remainderUnsigned(hash(start, 2), ONE_IN) == 0;
  }

  static long hash(long start, int rounds) {
    long hash = start;
    for (int i = 0; i < rounds; i++) {
      hash = (hash ^ (hash >>> 30)) * MULTIPLIER;
    }
    return hash;
  }
}
