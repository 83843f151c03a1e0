package quintet.suite.statistics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.statistics.descriptive.Mean;

/** A law of scaling fitted to a campaign, or the reason why it is not. */
public sealed interface Scaling {

  /** With fewer points three coefficients fit almost anything; the R package usl warns there. */
  int FEWEST_COUNTS = 6;

  /**
   * The least R² of a fit. Below, what the curve misses is over a fifth (the root of 0.05) of how
   * far the points are apart: there is a step or a knee that the law does not know, or no scaling
   * at all. Of simulated campaigns of five rounds with 3 % of noise none was under 0.97, up to a
   * contention of 0.6.
   */
  double LEAST_R_SQUARED = 0.95;

  /**
   * A law that fits.
   *
   * <p>The intervals are too narrow with few rounds: of 99 % intervals of simulated campaigns about
   * 91 in a hundred hold the truth with five rounds, 97 with ten, 99 with twenty.
   *
   * @param curve through the means over the rounds
   * @param sigma the interval of the contention, by percentiles over resampled rounds
   * @param kappa that of the coherency; 0 to 0 for Amdahl's law
   * @param rSquared the share of the speed-ups' variance that the curve explains
   */
  record Fitted(Law law, ScalingCurve curve, Interval sigma, Interval kappa, double rSquared)
      implements Scaling {}

  /**
   * No fit.
   *
   * @param reason a sentence
   */
  record Refused(String reason) implements Scaling {}

  /**
   * Fits a law to the mean throughputs, if the data allows.
   *
   * @param rounds for each, the throughput by the number of workers, or of calls in flight; the
   *     same numbers in each
   * @param limit numbers that it does not admit are left out
   * @param bootstrap for the intervals of the coefficients
   * @throws IllegalArgumentException if the rounds differ in their numbers, or a throughput is not
   *     over 0 and finite
   */
  static Scaling fit(
      List<Map<Integer, Double>> rounds, Law law, Limit limit, RoundBootstrap bootstrap) {
    if (rounds.size() < RoundBootstrap.FEWEST_ROUNDS) {
      return new Refused(
          rounds.size()
              + " rounds are too few to say how certain a fit is; it takes "
              + RoundBootstrap.FEWEST_ROUNDS
              + ".");
    }
    requireAlike(rounds);
    var counts = new TreeSet<>(rounds.getFirst().keySet()).stream().filter(limit::admits).toList();
    if (counts.size() < FEWEST_COUNTS) {
      return new Refused(
          counts.size()
              + " "
              + limit.counted()
              + " are too few for a fit; it takes "
              + FEWEST_COUNTS
              + ".");
    }
    return fit(rounds, counts, law, bootstrap);
  }

  private static Scaling fit(
      List<Map<Integer, Double>> rounds, List<Integer> counts, Law law, RoundBootstrap bootstrap) {
    var curve = curve(rounds, counts, law);
    double rSquared = rSquared(curve, counts, means(rounds, counts));
    if (!(rSquared >= LEAST_R_SQUARED)) {
      return new Refused(
          String.format(
              Locale.ROOT,
              "The best curve explains the throughputs badly: R² is %.2f, under %.2f.",
              rSquared,
              LEAST_R_SQUARED));
    }
    if (curve.sigma() > 1) {
      return new Refused(
          "Many workers are slower than one, and no share of the work explains that.");
    }
    var intervals =
        bootstrap.percentile(
            rounds,
            resample -> {
              var replicate = curve(resample, counts, law);
              return new double[] {replicate.sigma(), replicate.kappa()};
            });
    return new Fitted(law, curve, intervals.getFirst(), intervals.getLast(), rSquared);
  }

  private static void requireAlike(List<Map<Integer, Double>> rounds) {
    for (var round : rounds) {
      if (!round.keySet().equals(rounds.getFirst().keySet())) {
        throw new IllegalArgumentException(
            "Rounds measure the same numbers of workers, not " + round.keySet());
      }
      round.forEach(
          (count, throughput) -> {
            if (count < 1 || !(throughput > 0 && Double.isFinite(throughput))) {
              throw new IllegalArgumentException(
                  "No throughput: " + throughput + " with " + count + " workers");
            }
          });
    }
  }

  private static ScalingCurve curve(
      List<Map<Integer, Double>> rounds, List<Integer> counts, Law law) {
    var workers = counts.stream().mapToDouble(Integer::doubleValue).toArray();
    return new LawFit(workers, means(rounds, counts)).of(law);
  }

  private static double[] means(List<Map<Integer, Double>> rounds, List<Integer> counts) {
    return counts.stream()
        .mapToDouble(
            count ->
                Mean.of(rounds.stream().mapToDouble(each -> each.get(count)).toArray())
                    .getAsDouble())
        .toArray();
  }

  /** The same for throughputs and for speed-ups, which differ by the factor γ. */
  private static double rSquared(ScalingCurve curve, List<Integer> counts, double[] throughputs) {
    double mean = Mean.of(throughputs).getAsDouble();
    double missed = 0;
    double total = 0;
    for (int i = 0; i < throughputs.length; i++) {
      missed += square(throughputs[i] - curve.throughput(counts.get(i)));
      total += square(throughputs[i] - mean);
    }
    return 1 - missed / total;
  }

  private static double square(double value) {
    return value * value;
  }
}
