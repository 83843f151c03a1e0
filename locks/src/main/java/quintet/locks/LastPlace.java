package quintet.locks;

import quintet.workloads.tasks.Pace;

/**
 * The place of a crew's last thread, which the consumer takes as long as tasks are short: then it
 * does some rather than wait. So the thread begins only when it is needed; one that begins to stand
 * aside may keep a core from those that work.
 *
 * <pre>
 *   empty --long--> the thread works --short--> it stands aside --long--> it works ...
 * </pre>
 *
 * In an empty place, and in that of a thread that stands aside, the consumer may do tasks.
 *
 * <p>Confined to the consumer; what the thread has to know of it is in the {@link Results}.
 */
final class LastPlace {

  /** As long as it takes to wake a thread, and to be woken by it. */
  private static final long SPIN_NANOS = 150_000;

  private final Pace pace;
  private final Results<?> results;
  private final Runnable begin;
  private boolean empty = true;

  /**
   * @param begin begins the last thread
   */
  LastPlace(Pace pace, Results<?> results, Runnable begin) {
    this.pace = pace;
    this.results = results;
    this.begin = begin;
  }

  /** Leaves the place empty until it is known how long tasks take, if that is to be found out. */
  void leaveEmpty() {
    if (pace.isUndecided()) {
      results.setAside(true);
    } else {
      fill();
    }
  }

  /** Begins the last thread. */
  void fill() {
    empty = false;
    results.setAside(false);
    begin.run();
  }

  /**
   * Waits until it is known how long tasks take; if that takes long, they do. Does not sleep at
   * first: short tasks are known sooner than a sleeper is awake.
   */
  void awaitDecision() throws InterruptedException {
    long begun = System.nanoTime();
    while (pace.isUndecided() && System.nanoTime() - begun < SPIN_NANOS) {
      Thread.onSpinWait(); // awake on its core, so that the scheduler starts the others elsewhere
    }
    if (pace.isUndecided()) {
      results.awaitNext(Pace.PATIENCE_NANOS);
    }
  }

  /** Whether the consumer is to do tasks; if not, the place is the thread's. */
  boolean isTheConsumers() {
    boolean helps = pace.consumerHelps();
    if (!helps && empty) {
      fill();
    }
    results.consumerHelps(helps);
    return helps;
  }
}
