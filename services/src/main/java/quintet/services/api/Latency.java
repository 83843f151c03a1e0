package quintet.services.api;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How long an answer takes, from the arrival of the request to the first byte. Never longer than
 * {@link #MOST}: no client waits longer. Immutable.
 */
public sealed interface Latency {

  Duration MOST = Duration.ofMinutes(1);

  /** An answer's latency. */
  Duration draw(SplittableRandom random);

  static Latency none() {
    return fixed(Duration.ZERO);
  }

  static Latency fixed(Duration latency) {
    return new Fixed(latency);
  }

  /** Each latency from {@code least} to {@code most} is as likely as any other. */
  static Latency uniform(Duration least, Duration most) {
    return new Uniform(least, most);
  }

  /** Most answers near the median, a few much later: what real services look like. */
  static Latency logNormal(Duration median, double sigma) {
    return new LogNormal(median, sigma, Duration.ZERO, MOST);
  }

  /** The same for every answer. */
  record Fixed(Duration latency) implements Latency {
    public Fixed {
      check(latency);
    }

    @Override
    public Duration draw(SplittableRandom random) {
      return latency;
    }
  }

  /** See {@link #uniform}. */
  record Uniform(Duration least, Duration most) implements Latency {
    public Uniform {
      checkRange(least, most);
    }

    @Override
    public Duration draw(SplittableRandom random) {
      return Duration.ofNanos(random.nextLong(least.toNanos(), most.toNanos() + 1));
    }
  }

  /**
   * See {@link #logNormal}.
   *
   * @param sigma of the logarithm: at 0.5, one answer in 44 takes more than 2.7 medians; at most 5
   * @param least what is drawn below it becomes it
   * @param most what is drawn above it becomes it
   */
  record LogNormal(Duration median, double sigma, Duration least, Duration most)
      implements Latency {

    private static final double MOST_SIGMA = 5;

    public LogNormal {
      check(median);
      checkRange(least, most);
      if (!(sigma >= 0 && sigma <= MOST_SIGMA)) {
        throw new IllegalArgumentException("sigma must be 0 to 5, not " + sigma);
      }
    }

    @Override
    public Duration draw(SplittableRandom random) {
      double nanos = median.toNanos() * Math.exp(sigma * random.nextGaussian());
      return Duration.ofNanos(Math.clamp((long) nanos, least.toNanos(), most.toNanos()));
    }
  }

  private static void checkRange(Duration least, Duration most) {
    check(least);
    check(most);
    if (least.compareTo(most) > 0) {
      throw new IllegalArgumentException("the least latency is over the most");
    }
  }

  private static void check(Duration latency) {
    if (latency.isNegative() || latency.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("a latency must be 0 to 1 minute, not " + latency);
    }
  }
}
