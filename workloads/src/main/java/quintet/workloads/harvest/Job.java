package quintet.workloads.harvest;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * One piece of the work {@code harvest}, the same for every model. An immutable value, but for what
 * it refers to.
 *
 * @param urls called in about this order; pulled as they are needed. One that cannot be called gets
 *     a row that says why. After the deadline the rest is still pulled, to give each its row: a
 *     source without an end must end itself, or the run be interrupted
 * @param sheet where the rows go; opened and closed by the caller
 * @param limit the most calls in flight at any time, between 1 and {@value #MOST_IN_FLIGHT}
 * @param timeout for one try, from the request to the last byte of the body
 * @param deadline for the run, from its start
 * @param retries which tries are repeated, and when
 * @param seed of the jitter: the same seed gives the same pauses, whatever the schedule
 * @param time the clock; virtual in tests
 * @param progress told of each block of rows
 */
public record Job(
    Iterable<String> urls,
    Sheet sheet,
    int limit,
    Duration timeout,
    Duration deadline,
    RetryPolicy retries,
    long seed,
    Time time,
    Progress progress) {

  /** Called by the thread that writes, after each write; never by two at once. */
  @FunctionalInterface
  public interface Progress {
    Progress NONE = _ -> {};

    /** The account of all rows written so far. */
    void written(Summary soFar);
  }

  /** One address of a server has about 28,000 ports for us; far below that, and above any need. */
  public static final int MOST_IN_FLIGHT = 10_000;

  /**
   * Polite to a server that nobody warned, and enough for half a thousand calls of 20 ms a second.
   */
  public static final int USUAL_LIMIT = 10;

  public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

  /** As long as makes no difference; nanoseconds of it still fit in a long. */
  public static final Duration NO_DEADLINE = Duration.of(36_500, ChronoUnit.DAYS);

  public Job {
    if (limit < 1 || limit > MOST_IN_FLIGHT) {
      throw new IllegalArgumentException(
          "calls in flight must be between 1 and " + MOST_IN_FLIGHT + ", not " + limit);
    }
    mustBePositive("timeout", timeout);
    mustBePositive("deadline", deadline);
  }

  /** A job with the usual limit, timeout and retries, without a deadline. */
  public static Job of(Iterable<String> urls, Sheet sheet) {
    return new Job(
        urls,
        sheet,
        USUAL_LIMIT,
        USUAL_TIMEOUT,
        NO_DEADLINE,
        RetryPolicy.USUAL,
        0,
        Time.SYSTEM,
        Progress.NONE);
  }

  public Job withLimit(int calls) {
    return new Job(urls, sheet, calls, timeout, deadline, retries, seed, time, progress);
  }

  public Job withTimeout(Duration ofOneTry) {
    return new Job(urls, sheet, limit, ofOneTry, deadline, retries, seed, time, progress);
  }

  public Job withDeadline(Duration ofTheRun) {
    return new Job(urls, sheet, limit, timeout, ofTheRun, retries, seed, time, progress);
  }

  public Job retrying(RetryPolicy policy) {
    return new Job(urls, sheet, limit, timeout, deadline, policy, seed, time, progress);
  }

  public Job seededBy(long jitter) {
    return new Job(urls, sheet, limit, timeout, deadline, retries, jitter, time, progress);
  }

  public Job timedBy(Time clock) {
    return new Job(urls, sheet, limit, timeout, deadline, retries, seed, clock, progress);
  }

  public Job reportingTo(Progress listener) {
    return new Job(urls, sheet, limit, timeout, deadline, retries, seed, time, listener);
  }

  /**
   * How many URLs may be pulled whose rows are not written: as many as are in flight, and as many
   * again that wait for their turn, their next try or the writer, so that none of these leaves a
   * call unused.
   */
  public int window() {
    return 2 * limit;
  }

  private static void mustBePositive(String name, Duration duration) {
    if (duration.isZero() || duration.isNegative() || duration.compareTo(NO_DEADLINE) > 0) {
      throw new IllegalArgumentException(name + " of " + duration);
    }
  }
}
