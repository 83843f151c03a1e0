package quintet.workloads.tasks;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A source that counts the tasks in flight: from when they are pulled until the consumer has their
 * outcome.
 *
 * <p>Thread-safe. The consumer counts an outcome before it asks for the next one; so the count is
 * never more than what a run may have in flight.
 */
final class InFlight<T> implements Iterable<Task<T>> {

  private final Iterable<Task<T>> tasks;
  private final AtomicLong pulled = new AtomicLong();
  private final AtomicLong handedOver = new AtomicLong();
  private final AtomicLong most = new AtomicLong();

  InFlight(Iterable<Task<T>> tasks) {
    this.tasks = tasks;
  }

  @Override
  public Iterator<Task<T>> iterator() {
    var all = tasks.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public Task<T> next() {
        long inFlight = pulled.incrementAndGet() - handedOver.get();
        most.accumulateAndGet(inFlight, Math::max);
        return all.next();
      }
    };
  }

  /** The consumer has one outcome more. */
  void handedOver() {
    handedOver.incrementAndGet();
  }

  long pulled() {
    return pulled.get();
  }

  /** The most tasks that were in flight at the same time. */
  long most() {
    return most.get();
  }
}
