package quintet.services.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What befalls a request that the rate limit has let in. */
public sealed interface Fate {

  static Fate answer(Duration latency) {
    return new Answer(latency, Duration.ZERO);
  }

  static Fate refusal(Duration latency, int status) {
    return new Refusal(latency, status, null);
  }

  /**
   * The item.
   *
   * @param body from its first byte to its last
   */
  record Answer(Duration latency, Duration body) implements Fate {}

  /** An error's status, and perhaps when to come again. */
  record Refusal(Duration latency, int status, @Nullable RetryAfter retryAfter) implements Fate {}

  /** The connection ends in the middle of the answer. */
  record Reset(Duration latency) implements Fate {}

  /** No answer comes. */
  record Hang() implements Fate {}
}
