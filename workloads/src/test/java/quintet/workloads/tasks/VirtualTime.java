package quintet.workloads.tasks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A clock that stands still until a test puts it forward.
 *
 * <p>Thread-safe: one monitor.
 */
final class VirtualTime implements Time {

  /** When those who sleep want to be woken. */
  private final List<Long> sleepers = new ArrayList<>();

  private long now;

  /** Begins far from zero, as the machine's clock may. */
  VirtualTime() {
    now = -123_456_789_012L;
  }

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    Long until = now + duration.toNanos();
    sleepers.add(until);
    notifyAll();
    try {
      while (now - until < 0) {
        wait();
      }
    } finally {
      sleepers.remove(until);
    }
  }

  /** Returns when so many sleep. */
  synchronized void awaitSleepers(int number) throws InterruptedException {
    while (sleepers.size() < number) {
      wait();
    }
  }

  /**
   * Puts the clock forward. Waits first until somebody sleeps: who looks at the clock and then goes
   * to sleep would else oversleep.
   */
  synchronized void advance(Duration duration) throws InterruptedException {
    while (sleepers.isEmpty()) {
      wait();
    }
    now += duration.toNanos();
    sleepers.removeIf(until -> now - until >= 0);
    notifyAll();
  }
}
