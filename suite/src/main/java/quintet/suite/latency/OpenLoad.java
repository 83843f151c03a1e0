package quintet.suite.latency;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests that are due at a fixed rate, however long the answers take. Any number of requesters
 * share one: each takes the next request, waits until it is due, and sends it. When all of them
 * wait for answers, requests become due and are not sent; what they wait is in their latency.
 *
 * <p>Thread-safe: the only thing shared that changes is the number of the next request.
 */
public final class OpenLoad {

  private final Clock clock;
  private final long startNanos;
  private final long intervalNanos;
  private final AtomicLong next = new AtomicLong();

  /** What is asked for. */
  @FunctionalInterface
  public interface Request<T> {
    T send() throws IOException, InterruptedException;
  }

  /** The time, and a way to let it pass; a test has one that nobody waits for. */
  public interface Clock {

    /** That of {@link System#nanoTime}. */
    Clock SYSTEM = new SystemClock();

    long nanos();

    /** Returns at that time or later. */
    void waitUntil(long nanos) throws InterruptedException;
  }

  /** The first request is due in {@code delay}, the second {@code interval} later. */
  public OpenLoad(Clock clock, Duration delay, Duration interval) {
    this.clock = clock;
    startNanos = clock.nanos() + delay.toNanos();
    intervalNanos = interval.toNanos();
  }

  /**
   * Sends the next request when it is due, or at once if it is overdue, and records its latency.
   */
  public <T> T sendNext(Request<T> request, Latencies latencies)
      throws IOException, InterruptedException {
    long due = startNanos + next.getAndIncrement() * intervalNanos;
    if (clock.nanos() - due < 0) {
      clock.waitUntil(due);
      latencies.recordPacing(clock.nanos() - due);
    }
    long sent = clock.nanos();
    var answer = request.send();
    latencies.record(due, sent, clock.nanos());
    return answer;
  }

  /**
   * Parks until the time has come. A park returns up to 0.1 ms late, and now and then too early,
   * hence the loop. It paces the load and coordinates nothing: no thread relies on another being in
   * or out of it. Spinning would be more precise, and take the cores from what is measured.
   */
  private static final class SystemClock implements Clock {

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public void waitUntil(long nanos) throws InterruptedException {
      for (long left = nanos - nanos(); left > 0; left = nanos - nanos()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        LockSupport.parkNanos(this, left);
      }
    }
  }
}
