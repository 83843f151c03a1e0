package quintet.workloads.tasks.data;

import java.io.Serializable;
import java.util.function.LongUnaryOperator;

/**
 * What a generated task does: it hashes its number, round after round. Each round needs the one
 * before, and nothing is read or written: what else a run takes is what it costs to run tasks. An
 * immutable value.
 *
 * @param seed another seed, other results
 * @param rounds how long a usual task takes; see {@link Calibration}
 * @param longer one task in {@value #ONE_IN} has so many times the rounds; the hash says which, so
 *     that they follow no pattern. 1 means that all are alike
 */
public record Kernel(long seed, int rounds, int longer) implements LongUnaryOperator, Serializable {

  private static final long serialVersionUID = 1;

  private static final long ONE_IN = 100;

  /** The constants of SplitMix64: its step, and one of its multipliers. */
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private static final long MULTIPLIER = 0xBF58476D1CE4E5B9L;

  /** The result of the task with this number. */
  @Override
  public long applyAsLong(long number) {
    long start = seed + number * STEP;
    return hash(start, isLonger(start) ? rounds * longer : rounds);
  }

  private boolean isLonger(long start) {
    return longer > 1 && Long.remainderUnsigned(hash(start, 2), ONE_IN) == 0;
  }

  /** So many rounds from here. */
  public static long hash(long start, int rounds) {
    long hash = start;
    for (int i = 0; i < rounds; i++) {
      hash = (hash ^ (hash >>> 30)) * MULTIPLIER;
    }
    return hash;
  }
}
