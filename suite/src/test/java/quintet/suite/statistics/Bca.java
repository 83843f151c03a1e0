package quintet.suite.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The bias-corrected and accelerated interval of a mean (Efron and Tibshirani, An Introduction to
 * the Bootstrap, 1993, chapter 14): here to be seen failing where there are few rounds.
 */
final class Bca {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Bca() {}

  static Interval of(double[] rounds, RoundBootstrap bootstrap) {
    var random = RandomSource.XO_RO_SHI_RO_128_PP.create(bootstrap.seed());
    var means =
        IntStream.range(0, bootstrap.resamples())
            .mapToDouble(
                _ ->
                    IntStream.range(0, rounds.length)
                        .mapToDouble(_ -> rounds[random.nextInt(rounds.length)])
                        .average()
                        .orElseThrow())
            .toArray();
    double mean = Mean.of(rounds).getAsDouble();
    double below = Arrays.stream(means).filter(each -> each < mean).count();
    double bias = NORMAL.inverseCumulativeProbability((below + 0.5) / (means.length + 1));
    double squares = Arrays.stream(rounds).map(each -> Math.pow(each - mean, 2)).sum();
    double cubes = Arrays.stream(rounds).map(each -> Math.pow(each - mean, 3)).sum();
    double acceleration = cubes / (6 * Math.pow(squares, 1.5));
    double tail = (1 - bootstrap.confidence()) / 2;
    var ends =
        Quantile.withDefaults()
            .evaluate(
                means, adjusted(tail, bias, acceleration), adjusted(1 - tail, bias, acceleration));
    return new Interval(ends[0], ends[1]);
  }

  private static double adjusted(double probability, double bias, double acceleration) {
    double moved = bias + NORMAL.inverseCumulativeProbability(probability);
    return NORMAL.cumulativeProbability(bias + moved / (1 - acceleration * moved));
  }
}
