package quintet.suite.statistics;

/**
 * A fitted law of scaling, between the fewest and the most workers that were measured. It is not
 * defined outside: a fit is a description, not a forecast.
 *
 * @param gamma the throughput of one worker by the fit, in the unit of what was measured
 * @param sigma contention, not negative
 * @param kappa coherency, not negative; 0 for Amdahl's law
 * @param fewest workers measured
 * @param most workers measured
 */
public record ScalingCurve(double gamma, double sigma, double kappa, int fewest, int most) {

  /**
   * In the unit of what was measured.
   *
   * @throws IllegalArgumentException outside the range that was measured
   */
  public double throughput(double workers) {
    return gamma * speedUp(workers);
  }

  /**
   * Over one worker of the fit.
   *
   * @throws IllegalArgumentException outside the range that was measured
   */
  public double speedUp(double workers) {
    if (!(workers >= fewest && workers <= most)) {
      throw new IllegalArgumentException(
          workers + " workers were not measured; from " + fewest + " to " + most + " were");
    }
    return workers / (1 + sigma * (workers - 1) + kappa * workers * (workers - 1));
  }
}
