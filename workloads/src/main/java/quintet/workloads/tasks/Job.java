package quintet.workloads.tasks;

import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tasks, and how they are to be run. An immutable value, but for the source.
 *
 * @param source asked for one iterator a run. It is pulled lazily, within the window, by one thread
 *     at a time, and not necessarily by the thread that started the run.
 * @param order in which outcomes are handed over
 * @param returnExceptions whether a failure is an outcome like others, or ends the run
 * @param taskTimeout how long a task may take; null means as long as it likes
 * @param timeout how long the whole run may take, from its start; null means as long as it likes
 * @param window the most tasks in flight: pulled from the source, and not yet handed over. It also
 *     bounds how many tasks one worker may have before it when short ones are followed by long
 *     ones: see {@link Tasks}.
 * @param placement where the bodies are done
 * @param time what the timeouts are measured with
 * @param <T> the type of the values
 */
public record Job<T extends @Nullable Object>(
    Iterable<? extends Task<? extends T>> source,
    Order order,
    boolean returnExceptions,
    @Nullable Duration taskTimeout,
    @Nullable Duration timeout,
    int window,
    Placement placement,
    Time time) {

  /** The order in which outcomes are handed over. */
  public enum Order {
    /** That of the source. */
    INPUT,
    /** As they complete; tasks that take microseconds complete in groups. */
    COMPLETION
  }

  /**
   * A window that holds some tenths of a millisecond of the shortest tasks worth a thread, so that
   * a thread that wakes up finds work to do; and little enough memory.
   */
  public static final int USUAL_WINDOW = 4_096;

  /** Far above any use, far below what would exhaust memory by itself. */
  public static final int MOST_WINDOW = 1_000_000;

  /** The longest timeout: in nanoseconds it is a number that can be reckoned with. */
  public static final Duration LONGEST = Duration.ofDays(36_500);

  public Job {
    if (window < 1 || window > MOST_WINDOW) {
      throw new IllegalArgumentException(
          "the window must be between 1 and " + MOST_WINDOW + " tasks, not " + window);
    }
    check("the timeout of a task", taskTimeout);
    check("the timeout", timeout);
  }

  private static void check(String what, @Nullable Duration duration) {
    if (duration != null && (!duration.isPositive() || duration.compareTo(LONGEST) > 0)) {
      throw new IllegalArgumentException(
          what + " must be positive, and at most " + LONGEST + ", not " + duration);
    }
  }

  /**
   * In input order; the first failure ends the run; no timeouts; the usual window; done here.
   *
   * @param source a collection, or anything else that can be iterated over
   */
  public static <T extends @Nullable Object> Job<T> of(
      Iterable<? extends Task<? extends T>> source) {
    return new Job<>(
        source, Order.INPUT, false, null, null, USUAL_WINDOW, Placement.HERE, Time.SYSTEM);
  }

  /** The same for a source that is there only once; a second run of the job fails. */
  public static <T extends @Nullable Object> Job<T> of(
      Iterator<? extends Task<? extends T>> source) {
    return of(new Once<>(source));
  }

  /** The same for a stream. Whoever opened it closes it. */
  public static <T extends @Nullable Object> Job<T> of(Stream<? extends Task<? extends T>> source) {
    return of(source.iterator());
  }

  public Job<T> ordered() {
    return in(Order.INPUT);
  }

  /** Outcomes are handed over as they complete. */
  public Job<T> unordered() {
    return in(Order.COMPLETION);
  }

  public Job<T> in(Order newOrder) {
    return new Job<>(
        source, newOrder, returnExceptions, taskTimeout, timeout, window, placement, time);
  }

  /** A failure is an outcome, and the run goes on. */
  public Job<T> returningExceptions() {
    return new Job<>(source, order, true, taskTimeout, timeout, window, placement, time);
  }

  /** A task that takes longer is interrupted, and fails with a {@link TimedOutException}. */
  public Job<T> taskTimeout(Duration limit) {
    return new Job<>(source, order, returnExceptions, limit, timeout, window, placement, time);
  }

  /** A run that takes longer ends with a {@link TimedOutException}. */
  public Job<T> timeout(Duration limit) {
    return new Job<>(source, order, returnExceptions, taskTimeout, limit, window, placement, time);
  }

  /** At most so many tasks are in flight. */
  public Job<T> window(int tasks) {
    return new Job<>(source, order, returnExceptions, taskTimeout, timeout, tasks, placement, time);
  }

  /** The bodies are done there. */
  public Job<T> placed(Placement there) {
    return new Job<>(source, order, returnExceptions, taskTimeout, timeout, window, there, time);
  }

  /** Timeouts are measured with this. */
  public Job<T> timedBy(Time clock) {
    return new Job<>(
        source, order, returnExceptions, taskTimeout, timeout, window, placement, clock);
  }

  boolean hasTimeouts() {
    return taskTimeout != null || timeout != null;
  }

  /** An iterator as an iterable. Used by the thread that starts the run. */
  private static final class Once<E> implements Iterable<E> {
    private @Nullable Iterator<E> iterator;

    Once(Iterator<E> iterator) {
      this.iterator = iterator;
    }

    @Override
    public Iterator<E> iterator() {
      var only = iterator;
      if (only == null) {
        throw new IllegalStateException("the tasks came from an iterator, which is used up");
      }
      iterator = null;
      return only;
    }
  }
}
