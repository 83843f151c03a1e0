package quintet.suite.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RoundBootstrapTest {

  private record City(double population1920, double population1930) {}

  /** The data "city" of the R package boot, in thousands: Davison and Hinkley's ten cities. */
  private static final List<City> CITIES =
      List.of(
          new City(138, 143),
          new City(93, 104),
          new City(61, 69),
          new City(179, 260),
          new City(48, 75),
          new City(37, 63),
          new City(29, 50),
          new City(23, 48),
          new City(30, 111),
          new City(2, 50));

  /** Example 1.1 of Davison and Hinkley: the data "aircondit" of the R package boot, in hours. */
  private static final double[] AIR_CONDITIONING = {
    3, 5, 7, 18, 43, 85, 91, 98, 100, 130, 230, 487
  };

  private static final double[] ROUNDS = {1.31, 1.18, 1.27, 1.22, 1.4, 1.25};

  /**
   * The example of boot.ci with 999 resamples, in two versions of the package's documentation: 95 %
   * from 1.242 to 2.109 and from 1.251 to 2.146; 90 % from 1.301 to 1.982 and from 1.291 to 2.011.
   */
  @Test
  void thePercentileIntervalsOfTheCitiesAreThePublishedOnes() {
    assertEquals(1.5203, growth(CITIES), 0.00005);
    assertInterval(1.246, 0.02, 2.13, 0.07, cities(0.95));
    assertInterval(1.296, 0.02, 2.00, 0.05, cities(0.90));
  }

  /** Example 5.4 of Davison and Hinkley, as boot.ci gives it: 95 % from 47.9 to 294.5. */
  @Test
  void theStudentizedIntervalOfTheAirConditioningIsThePublishedOne() {
    var interval = new RoundBootstrap(9_999, 0.95, 1).mean(AIR_CONDITIONING);
    assertInterval(47.9, 2.5, 294.5, 25, interval);
  }

  @Test
  void theSameSeedGivesTheSameIntervalToTheBit() {
    var interval = RoundBootstrap.forMeans(7).mean(ROUNDS);
    assertEquals(new Interval(1.1838283904727933, 1.4440877436200903), interval);
    var difference = RoundBootstrap.forMeans(7).difference(AIR_CONDITIONING, ROUNDS);
    assertEquals(new Interval(27.927285803488033, 357.088508633296), difference);
  }

  @Test
  void anotherSeedMovesTheEndsOnlyALittle() {
    var one = RoundBootstrap.forMeans(1).mean(AIR_CONDITIONING);
    var other = RoundBootstrap.forMeans(2).mean(AIR_CONDITIONING);
    assertNotEquals(one, other);
    assertEquals(1, other.halfWidth() / one.halfWidth(), 0.1);
  }

  @Test
  void equalRoundsGiveTheirValueAlone() {
    var interval = RoundBootstrap.forMeans(1).mean(0.1, 0.1, 0.1, 0.1, 0.1);
    assertEquals(0, interval.halfWidth());
    assertEquals(0.1, interval.low(), 1e-15);
  }

  @Test
  void equalRoundsOfTwoCampaignsGiveTheirDifferenceAlone() {
    double[] ones = {0.3, 0.3, 0.3, 0.3, 0.3};
    double[] others = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    var interval = RoundBootstrap.forMeans(1).difference(ones, others);
    assertEquals(0, interval.halfWidth());
    assertEquals(0.2, interval.high(), 1e-15);
  }

  @Test
  void fiveDifferentRoundsAreBoundedOnBothSides() {
    var interval = RoundBootstrap.forMeans(1).mean(1.31, 1.18, 1.27, 1.22, 1.4);
    assertTrue(Double.isFinite(interval.halfWidth()), interval.toString());
  }

  @Test
  void aSideOnWhichMostResamplesHaveNoSpreadIsNotBounded() {
    var interval = RoundBootstrap.forMeans(1).mean(0, 0, 0, 0, 1);
    assertEquals(Double.POSITIVE_INFINITY, interval.high());
    assertTrue(interval.low() <= 0, interval.toString());
  }

  @Test
  void aRoundIsResampledWhole() {
    var rounds = IntStream.range(0, 8).mapToObj(i -> new double[] {i, i * 10}).toList();
    new RoundBootstrap(100, 0.99, 1)
        .percentile(
            rounds,
            resample -> {
              assertEquals(rounds.size(), resample.size());
              resample.forEach(round -> assertEquals(round[0] * 10, round[1]));
              return new double[] {0};
            });
  }

  @Test
  void aDifferenceIsCertainOnlyIfBothMeansAre() {
    var noise = Noise.normal(1);
    var close = noise.values(20, 1, 0.01);
    var wide = noise.values(20, 1, 1);
    var bootstrap = RoundBootstrap.forMeans(1);
    assertEquals(
        1, bootstrap.difference(close, wide).halfWidth() / bootstrap.mean(wide).halfWidth(), 0.1);
  }

  @Test
  void fourRoundsAreTooFew() {
    var bootstrap = RoundBootstrap.forMeans(1);
    double[] four = {1, 2, 3, 4};
    assertThrows(IllegalArgumentException.class, () -> bootstrap.mean(four));
    assertThrows(IllegalArgumentException.class, () -> bootstrap.difference(ROUNDS, four));
    assertThrows(
        IllegalArgumentException.class,
        () -> bootstrap.percentile(List.of(1, 2, 3, 4), resample -> new double[] {0}));
  }

  @Test
  void certaintyIsNoConfidence() {
    assertThrows(IllegalArgumentException.class, () -> new RoundBootstrap(999, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new RoundBootstrap(0, 0.99, 1));
  }

  private static Interval cities(double confidence) {
    return new RoundBootstrap(9_999, confidence, 1)
        .percentile(CITIES, resample -> new double[] {growth(resample)})
        .getFirst();
  }

  private static double growth(List<City> cities) {
    return cities.stream().mapToDouble(City::population1930).sum()
        / cities.stream().mapToDouble(City::population1920).sum();
  }

  private static void assertInterval(
      double low, double lowBy, double high, double highBy, Interval interval) {
    assertEquals(low, interval.low(), lowBy);
    assertEquals(high, interval.high(), highBy);
  }
}
