package quintet.workloads.harvest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still, but for the pauses: it jumps over each and remembers it. */
final class TestTime implements Time {

  static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  private final Instant start;
  private final AtomicLong passed = new AtomicLong();
  private final Queue<Duration> pauses = new ConcurrentLinkedQueue<>();

  TestTime() {
    this(START);
  }

  private TestTime(Instant start) {
    this.start = start;
  }

  /** Begins now: for a server that sends dates of the computer's clock. */
  static TestTime fromNow() {
    return new TestTime(Instant.now());
  }

  @Override
  public Instant now() {
    return start.plusNanos(passed.get());
  }

  @Override
  public long nanos() {
    return passed.get();
  }

  @Override
  public Duration toPass(Duration pause) {
    pauses.add(pause);
    advance(pause);
    return Duration.ZERO;
  }

  void advance(Duration time) {
    passed.addAndGet(time.toNanos());
  }

  List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
