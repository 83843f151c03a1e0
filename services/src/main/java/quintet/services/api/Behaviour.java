package quintet.services.api;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How the API behaves. An immutable value: each {@code with} method returns a changed copy.
 *
 * <pre>{@code
 * Behaviour.seeded(7)
 *     .with(Latency.fixed(Duration.ofMillis(20)))
 *     .with(Faults.NONE.withErrors(10).withHangs(5).inTheFirst(2))
 * }</pre>
 *
 * <p>What befalls the k-th request for an item follows from the seed, the item and k alone, not
 * from the order or the time of the requests. Only {@link RateLimit} depends on both; a request
 * that it refuses does not count in k.
 *
 * @param seed also decides what the items are
 * @param slowBody how long a slow answer takes from its first byte to its last
 * @param retryAfter what {@code Retry-After} says, in whole seconds
 */
public record Behaviour(
    long seed,
    Latency latency,
    Faults faults,
    RateLimit rateLimit,
    Duration slowBody,
    Duration retryAfter) {

  public Behaviour {
    if (slowBody.isNegative() || slowBody.compareTo(Latency.MOST) > 0) {
      throw new IllegalArgumentException("a slow body takes 0 to 1 minute, not " + slowBody);
    }
    if (retryAfter.isNegative() || !retryAfter.equals(Duration.ofSeconds(retryAfter.toSeconds()))) {
      throw new IllegalArgumentException("Retry-After is in whole seconds, not " + retryAfter);
    }
  }

  /** Answers all requests, and at once. */
  public static Behaviour seeded(long seed) {
    return new Behaviour(
        seed,
        Latency.none(),
        Faults.NONE,
        RateLimit.none(),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1));
  }

  public Behaviour with(Latency newLatency) {
    return new Behaviour(seed, newLatency, faults, rateLimit, slowBody, retryAfter);
  }

  public Behaviour with(Faults newFaults) {
    return new Behaviour(seed, latency, newFaults, rateLimit, slowBody, retryAfter);
  }

  public Behaviour with(RateLimit newRateLimit) {
    return new Behaviour(seed, latency, faults, newRateLimit, slowBody, retryAfter);
  }

  public Behaviour withSlowBody(Duration duration) {
    return new Behaviour(seed, latency, faults, rateLimit, duration, retryAfter);
  }

  public Behaviour withRetryAfter(Duration wholeSeconds) {
    return new Behaviour(seed, latency, faults, rateLimit, slowBody, wholeSeconds);
  }

  /**
   * What befalls a request.
   *
   * @param item its number
   * @param attempt 1 for the first request for this item, 2 for the second, ...
   */
  public Fate fate(int item, int attempt) {
    var random = Chance.of(seed, item, attempt);
    var wait = latency.draw(random);
    if (Chance.of(seed, item).nextDouble(100) < faults.gone()) {
      return Fate.refusal(wait, 404);
    }
    if (attempt > faults.attempts()) {
      return Fate.answer(wait);
    }
    double left = random.nextDouble(100);
    if ((left -= faults.errors()) < 0) {
      return error(wait, random);
    }
    if ((left -= faults.tooMany()) < 0) {
      return new Fate.Refusal(Duration.ZERO, 429, advice(random));
    }
    if ((left -= faults.slow()) < 0) {
      return new Fate.Answer(wait, slowBody);
    }
    if ((left -= faults.resets()) < 0) {
      return new Fate.Reset(wait);
    }
    return left < faults.hangs() ? new Fate.Hang() : Fate.answer(wait);
  }

  private Fate error(Duration wait, SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> Fate.refusal(wait, 500);
      case 2, 3 -> Fate.refusal(wait, 502);
      case 4 -> Fate.refusal(wait, 503);
      default -> new Fate.Refusal(wait, 503, advice(random));
    };
  }

  /** When to come again: in either of the header's two forms. */
  RetryAfter advice(SplittableRandom random) {
    return new RetryAfter(retryAfter, random.nextBoolean());
  }
}
