package quintet.suite.statistics;

import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What makes the rounds of a simulated campaign differ: error with a mean of 0, from a fixed seed.
 */
final class Noise {

  private final DoubleSupplier errors;

  private Noise(DoubleSupplier errors) {
    this.errors = errors;
  }

  /** With a standard deviation of 1. */
  static Noise normal(long seed) {
    return drawn(NormalDistribution.of(0, 1), seed);
  }

  /** Mostly a little below 0, now and then far above, as are the times of a disturbed machine. */
  static Noise skewed(long seed) {
    return drawn(LogNormalDistribution.of(0, 1), seed);
  }

  private static Noise drawn(ContinuousDistribution distribution, long seed) {
    var sampler = distribution.createSampler(RandomSource.SPLIT_MIX_64.create(seed));
    return new Noise(() -> sampler.sample() - distribution.getMean());
  }

  /** A round's value: the true one and its error. */
  double around(double truth, double deviation) {
    return truth + deviation * errors.getAsDouble();
  }

  /** Values of rounds whose logarithms have errors. */
  double[] rates(int rounds, double truth, double deviation) {
    return DoubleStream.generate(() -> Math.exp(around(Math.log(truth), deviation)))
        .limit(rounds)
        .toArray();
  }

  /** Values of rounds. */
  double[] values(int rounds, double truth, double deviation) {
    return DoubleStream.generate(() -> around(truth, deviation)).limit(rounds).toArray();
  }
}
