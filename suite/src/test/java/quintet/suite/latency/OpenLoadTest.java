package quintet.suite.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One requester, in a time that passes only when somebody works or waits. */
final class OpenLoadTest {

  private static final Duration INTERVAL = Duration.ofMillis(10);
  private static final Duration ANSWER = Duration.ofMillis(1);
  private static final Duration STALL = Duration.ofMillis(100);

  private final VirtualClock clock = new VirtualClock();
  private final Latencies latencies = new Latencies();
  private final OpenLoad load = new OpenLoad(clock, Duration.ofMillis(5), INTERVAL);

  @Test
  void requestsAreSentWhenTheyAreDue() throws Exception {
    send(1_000, ANSWER);
    assertEquals(Duration.ofMillis(5 + 999 * 10 + 1), clock.passed());
    assertMillis(1, latencies.waits().maxMicros());
    assertEquals(1_000, latencies.pacing().requests());
  }

  @Test
  void aStallIsChargedToAllThatWereDueBehindIt() throws Exception {
    send(10, ANSWER);
    send(1, STALL);
    send(89, ANSWER);
    // 100 ms, and for those that were due meanwhile 91, 82, ... 10 ms: 11 of 100 requests.
    assertMillis(1, latencies.waits().p50Micros());
    assertMillis(10, latencies.waits().p90Micros());
    assertMillis(91, latencies.waits().p99Micros());
    assertMillis(100, latencies.waits().maxMicros());
  }

  @Test
  void aLoadThatWaitsForItsAnswersHidesTheSameStall() throws Exception {
    send(10, ANSWER);
    send(1, STALL);
    send(89, ANSWER);
    assertMillis(1, latencies.service().p99Micros());
    assertMillis(100, latencies.service().maxMicros());
  }

  @Test
  void aLoadAboveWhatCanBeSustainedHasEverLongerWaits() throws Exception {
    send(100, Duration.ofMillis(20));
    assertMillis(20 + 99 * 10, latencies.waits().maxMicros());
    assertMillis(20, latencies.service().maxMicros());
  }

  @Test
  void aRequesterThatWokeLateSaysSo() throws Exception {
    clock.oversleep = Duration.ofMillis(2);
    send(1, ANSWER);
    assertMillis(2, latencies.pacing().maxMicros());
    assertMillis(3, latencies.waits().maxMicros());
    assertMillis(1, latencies.service().maxMicros());
  }

  @Test
  void anOverdueRequestHasNoPacing() throws Exception {
    send(1, STALL);
    send(1, ANSWER);
    assertEquals(1, latencies.pacing().requests());
  }

  private void send(int requests, Duration answer) throws IOException, InterruptedException {
    for (int i = 0; i < requests; i++) {
      load.sendNext(() -> clock.pass(answer), latencies);
    }
  }

  /** To the three digits that are kept. */
  private static void assertMillis(double expected, double micros) {
    assertEquals(expected, micros / 1_000, expected / 500);
  }

  private static final class VirtualClock implements OpenLoad.Clock {

    private static final long START = Long.MAX_VALUE - 1_000_000; // nanoTime may overflow

    private long now = START;
    private Duration oversleep = Duration.ZERO;

    Duration pass(Duration time) {
      now += time.toNanos();
      return time;
    }

    Duration passed() {
      return Duration.ofNanos(now - START);
    }

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public void waitUntil(long nanos) {
      now = nanos + oversleep.toNanos();
    }
  }
}
