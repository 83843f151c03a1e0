package quintet.workloads.tasks.data;

import java.time.Duration;

/**
 * How fast this machine hashes, so that a task can be as long as somebody asks for. What a task
 * really took, the rate of the loop says.
 *
 * @param roundsPerMilli of the {@link Kernel}, in compiled code
 */
public record Calibration(int roundsPerMilli) {

  private static final int BATCH_ROUNDS = 1_000_000;
  private static final long WARM_UP_NANOS = Duration.ofMillis(200).toNanos();
  private static final int BATCHES = 30;

  /** Measures for about a quarter of a second. The fastest batch is what nothing disturbed. */
  public static Calibration ofThisMachine() {
    long hash = 0;
    for (long start = System.nanoTime(); System.nanoTime() - start < WARM_UP_NANOS; ) {
      hash += Kernel.hash(hash, BATCH_ROUNDS);
    }
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < BATCHES; i++) {
      long start = System.nanoTime();
      hash += Kernel.hash(hash, BATCH_ROUNDS);
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    if (hash == 1) { // the compiler cannot know that it is not, and so has to compute it
      throw new IllegalStateException("no hash");
    }
    return new Calibration((int) (1_000_000L * BATCH_ROUNDS / fastest));
  }

  /**
   * A kernel whose usual task takes about so long, and at least a round.
   *
   * @throws ArithmeticException if that is more rounds than an int holds: some seconds
   */
  public Kernel kernel(long seed, Duration size, int longer) {
    long rounds = Math.multiplyExact(roundsPerMilli, size.toNanos()) / 1_000_000;
    return new Kernel(seed, Math.toIntExact(Math.max(1, rounds)), longer);
  }
}
