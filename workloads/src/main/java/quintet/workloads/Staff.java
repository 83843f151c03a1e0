package quintet.workloads;

import java.time.Duration;

/**
 * How many threads a model may keep busy, and of which kind. An immutable value, safe to share.
 *
 * @param workers threads that do work at the same time, the caller included where the model lets it
 *     help; at least 1, at most {@value #MOST_WORKERS}
 * @param kind what the model's own threads are made of; the caller stays what it is
 */
public record Staff(int workers, Kind kind) {

  /** Far above any machine's cores, far below what would exhaust memory with stacks and windows. */
  public static final int MOST_WORKERS = 1_024;

  /** The two kinds of Java thread (JEP 444). */
  public enum Kind {
    PLATFORM,
    VIRTUAL
  }

  public Staff {
    if (workers < 1 || workers > MOST_WORKERS) {
      throw new IllegalArgumentException(
          "workers must be between 1 and " + MOST_WORKERS + ", not " + workers);
    }
  }

  /** As many platform threads as {@code workers}. */
  public static Staff of(int workers) {
    return new Staff(workers, Kind.PLATFORM);
  }

  /** One platform thread a core: right for work that computes. */
  public static Staff perCore() {
    return of(Math.min(Runtime.getRuntime().availableProcessors(), MOST_WORKERS));
  }

  /**
   * Virtual threads for tasks that wait: cores x (1 + wait / compute), rounded up, and at most
   * {@value #MOST_WORKERS}. So many keep every core busy while the others wait. Source: Goetz and
   * others, <i>Java Concurrency in Practice</i>, 8.2, with a target utilisation of 1.
   *
   * @param wait how long a task waits; not negative
   * @param compute how long it computes; zero means as good as never, and so the most workers
   */
  public static Staff forWaiting(Duration wait, Duration compute) {
    return forWaiting(wait, compute, Runtime.getRuntime().availableProcessors());
  }

  static Staff forWaiting(Duration wait, Duration compute, int cores) {
    if (wait.isNegative() || compute.isNegative()) {
      throw new IllegalArgumentException("neither may be negative: " + wait + ", " + compute);
    }
    double ratio = wait.isZero() ? 0 : seconds(wait) / seconds(compute);
    double workers = Math.min(MOST_WORKERS, Math.ceil(cores * (1 + ratio)));
    return new Staff((int) workers, Kind.VIRTUAL);
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() / 1e9;
  }

  /**
   * A builder of threads named {@code quintet-MODEL-0}, {@code quintet-MODEL-1}, ... None of them
   * keeps the virtual machine alive: a run that is abandoned must not hang the process.
   */
  public Thread.Builder threads(String model) {
    var prefix = "quintet-" + model + "-";
    return switch (kind) {
      case PLATFORM -> Thread.ofPlatform().daemon().name(prefix, 0);
      case VIRTUAL -> Thread.ofVirtual().name(prefix, 0);
    };
  }
}
