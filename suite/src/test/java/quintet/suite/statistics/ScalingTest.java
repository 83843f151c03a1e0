package quintet.suite.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScalingTest {

  private static final RoundBootstrap BOOTSTRAP = new RoundBootstrap(399, 0.99, 1);
  private static final int[] COUNTS = {1, 2, 4, 8, 12, 16, 24, 32};
  private static final Limit PLENTY = new Limit.Cores(64);

  /** The data "specsdm91" of the R package usl, and what its summary says. */
  @Test
  void thePublishedFitOfSpecSdmIsFound() {
    double[] load = {1, 18, 36, 72, 108, 144, 216};
    double[] throughput = {64.9, 995.9, 1652.4, 1853.2, 1828.9, 1775.0, 1702.2};
    var curve = new LawFit(load, throughput).of(Law.USL);
    assertEquals(0.0277285, curve.sigma(), 2e-6);
    assertEquals(0.0001044, curve.kappa(), 1e-7);
    assertEquals(89.99523, curve.gamma(), 2e-3);
  }

  /** The data "raytracer" of the same package, and its coefficients; coherency is held at 0. */
  @Test
  void thePublishedFitOfTheRaytracerIsFound() {
    double[] processors = {1, 4, 8, 12, 16, 20, 24, 28, 32, 48, 64};
    double[] throughput = {20, 78, 130, 170, 190, 200, 210, 230, 260, 280, 310};
    var curve = new LawFit(processors, throughput).of(Law.USL);
    assertEquals(0.0578, curve.sigma(), 5e-5);
    assertEquals(0, curve.kappa());
    assertEquals(21.8488, curve.gamma(), 5e-5);
  }

  @Test
  void amdahlsLawIsRecoveredFromNoise() {
    var rounds = rounds(10, COUNTS, 0.02, n -> 500 * n / (1 + 0.05 * (n - 1)));
    var fitted = fitted(rounds, Law.AMDAHL, PLENTY);
    assertEquals(0.05, fitted.curve().sigma(), 0.005);
    assertEquals(500, fitted.curve().gamma(), 15);
    assertTrue(fitted.sigma().contains(0.05), fitted.sigma().toString());
    assertEquals(new Interval(0, 0), fitted.kappa());
  }

  @Test
  void theUniversalLawIsRecoveredFromNoise() {
    var rounds =
        rounds(10, COUNTS, 0.02, n -> 500 * n / (1 + 0.03 * (n - 1) + 0.002 * n * (n - 1)));
    var fitted = fitted(rounds, Law.USL, PLENTY);
    assertTrue(fitted.sigma().contains(0.03), fitted.sigma().toString());
    assertTrue(fitted.kappa().contains(0.002), fitted.kappa().toString());
    assertTrue(fitted.kappa().excludes(0), fitted.kappa().toString());
    assertEquals(0.002, fitted.curve().kappa(), 0.0003);
  }

  @Test
  void workThatSharesNothingHasNoContentionWithoutNoise() {
    var fitted = fitted(rounds(5, COUNTS, 0, n -> 100.0 * n), Law.USL, PLENTY);
    assertEquals(0, fitted.curve().sigma(), 1e-9);
    assertEquals(0, fitted.curve().kappa(), 1e-9);
    assertEquals(1, fitted.rSquared(), 1e-9);
  }

  @Test
  void noCoefficientIsNegativeThoughTheScalingIsBetterThanLinear() {
    var fitted = fitted(rounds(5, COUNTS, 0.01, n -> 100 * Math.pow(n, 1.1)), Law.USL, PLENTY);
    assertEquals(0, fitted.curve().sigma());
    assertEquals(0, fitted.curve().kappa());
    assertEquals(0, fitted.sigma().low());
  }

  @Test
  void nothingIsSaidOutsideTheRangeThatWasMeasured() {
    var curve = fitted(rounds(5, COUNTS, 0.01, n -> 100.0 * n), Law.USL, PLENTY).curve();
    assertEquals(32, curve.speedUp(32), 3);
    assertThrows(IllegalArgumentException.class, () -> curve.speedUp(33));
    assertThrows(IllegalArgumentException.class, () -> curve.throughput(0.5));
    assertThrows(IllegalArgumentException.class, () -> curve.throughput(Double.NaN));
  }

  @Test
  void twoCoresAreTooFew() {
    var rounds = rounds(5, new int[] {1, 2}, 0.01, n -> 100.0 * n);
    assertEquals(
        "2 worker counts within 2 physical cores are too few for a fit; it takes 6.",
        refused(rounds, Law.USL, new Limit.Cores(2)).reason());
  }

  /** Without the rule it would be "fitted", with much contention where nothing is shared. */
  @Test
  void moreThreadsThanCoresDoNotStandForCores() {
    var rounds = rounds(5, COUNTS, 0.01, n -> 100.0 * Math.min(n, 4));
    assertEquals(
        "3 worker counts within 4 physical cores are too few for a fit; it takes 6.",
        refused(rounds, Law.AMDAHL, new Limit.Cores(4)).reason());
  }

  @Test
  void countsOverTheCoresDoNotBendTheCurve() {
    var rounds = rounds(5, COUNTS, 0, n -> 100.0 * Math.min(n, 16));
    var curve = fitted(rounds, Law.AMDAHL, new Limit.Cores(16)).curve();
    assertEquals(0, curve.sigma(), 1e-9);
    assertEquals(16, curve.most());
  }

  @Test
  void callsInFlightNeedNoCores() {
    var rounds = rounds(5, COUNTS, 0.01, n -> 100.0 * n / (1 + 0.1 * (n - 1)));
    var curve = fitted(rounds, Law.AMDAHL, new Limit.CallsInFlight()).curve();
    assertEquals(32, curve.most());
  }

  @Test
  void fiveLimitsOfCallsInFlightAreTooFew() {
    var rounds = rounds(5, new int[] {1, 2, 4, 8, 16}, 0.01, n -> 100.0 * n);
    assertEquals(
        "5 limits of calls in flight are too few for a fit; it takes 6.",
        refused(rounds, Law.USL, new Limit.CallsInFlight()).reason());
  }

  @Test
  void fourRoundsAreTooFew() {
    assertEquals(
        "4 rounds are too few to say how certain a fit is; it takes 5.",
        refused(rounds(4, COUNTS, 0.01, n -> 100.0 * n), Law.USL, PLENTY).reason());
  }

  @Test
  void aStepIsNotDescribedByALaw() {
    var rounds = rounds(5, COUNTS, 0.01, n -> n < 12 ? 100 : 300);
    var reason = refused(rounds, Law.USL, PLENTY).reason();
    assertTrue(
        reason.startsWith("The best curve explains the throughputs badly: R² is 0."), reason);
  }

  @Test
  void workThatDoesNotScaleIsNotDescribedByItsNoise() {
    var rounds = rounds(5, COUNTS, 0.01, n -> 100);
    assertInstanceOf(Scaling.Refused.class, Scaling.fit(rounds, Law.USL, PLENTY, BOOTSTRAP));
  }

  @Test
  void aShareOfTheWorkIsNotMoreThanTheWhole() {
    var rounds = rounds(5, COUNTS, 0.001, n -> 100.0 * n / (1 + 1.2 * (n - 1)));
    assertEquals(
        "Many workers are slower than one, and no share of the work explains that.",
        refused(rounds, Law.AMDAHL, PLENTY).reason());
  }

  @Test
  void roundsMeasureTheSameCounts() {
    var rounds = new ArrayList<>(rounds(5, COUNTS, 0.01, n -> 100.0 * n));
    rounds.set(3, Map.of(1, 100.0));
    assertThrows(
        IllegalArgumentException.class, () -> Scaling.fit(rounds, Law.USL, PLENTY, BOOTSTRAP));
  }

  private static Scaling.Fitted fitted(List<Map<Integer, Double>> rounds, Law law, Limit limit) {
    return assertInstanceOf(Scaling.Fitted.class, Scaling.fit(rounds, law, limit, BOOTSTRAP));
  }

  private static Scaling.Refused refused(List<Map<Integer, Double>> rounds, Law law, Limit limit) {
    return assertInstanceOf(Scaling.Refused.class, Scaling.fit(rounds, law, limit, BOOTSTRAP));
  }

  private static List<Map<Integer, Double>> rounds(
      int rounds, int[] counts, double deviation, IntToDoubleFunction law) {
    var noise = Noise.normal(21);
    return IntStream.range(0, rounds)
        .mapToObj(
            round -> {
              Map<Integer, Double> throughputs = new TreeMap<>();
              for (int count : counts) {
                throughputs.put(count, noise.rates(1, law.applyAsDouble(count), deviation)[0]);
              }
              return throughputs;
            })
        .toList();
  }
}
