package quintet.workloads.tasks;

/**
 * How long the tasks of a run take, as measured; and so, how many of them are worth one hand-over
 * between threads. There is nothing to tune: a chunk of tasks takes some tens of microseconds,
 * which makes the hand-over cheap beside it, and is soon done.
 *
 * <p>Thread-safe: one volatile number, an estimate. Of two observations made at once, one may be
 * lost, which does no harm.
 */
public final class Pace {

  /** Some fifty times what a hand-over costs, and less than anybody notices. */
  private static final double CHUNK_NANOS = 50e3;

  /** As long as a consumer may be kept from an outcome by the tasks with which it helps. */
  private static final double LONGEST_HELP_NANOS = 500e3;

  /** From here on an observation is no noise: the tasks have changed. */
  private static final double JUMP = 8;

  private static final double UNKNOWN = -1;

  /**
   * A consumer that waited so long in vain, and still {@linkplain #isUndecided knows nothing}, is
   * not to help. Until then a model does without its last thread: one that begins only to stand
   * aside may keep a core from those that work.
   */
  public static final long PATIENCE_NANOS = (long) LONGEST_HELP_NANOS;

  private final boolean mayHelp;
  private volatile double nanosPerTask = UNKNOWN;

  Pace(boolean mayHelp) {
    this.mayHelp = mayHelp;
  }

  /** So many tasks took so long, pulling them from the source included. */
  void observe(int tasks, long nanos) {
    double latest = (double) nanos / tasks;
    double before = nanosPerTask;
    nanosPerTask =
        before == UNKNOWN || latest > before * JUMP ? latest : before + (latest - before) / 2;
  }

  /** Whether anything has been observed. */
  public boolean isKnown() {
    return nanosPerTask != UNKNOWN;
  }

  /** How many tasks make a chunk now; at least one: the first, before anything is known. */
  int chunk(int most) {
    double cost = nanosPerTask;
    return cost == UNKNOWN ? 1 : (int) Math.max(1, Math.min(most, CHUNK_NANOS / cost));
  }

  /** Whether a consumer may come to help, but too little is known of the tasks yet. */
  public boolean isUndecided() {
    return mayHelp && !isKnown();
  }

  /**
   * Whether a consumer should do tasks rather than wait for others to do them. A wake-up costs more
   * than many a task; but while it does a long one, it would not see what completes.
   */
  public boolean consumerHelps() {
    double cost = nanosPerTask;
    return mayHelp && cost != UNKNOWN && cost <= LONGEST_HELP_NANOS;
  }
}
