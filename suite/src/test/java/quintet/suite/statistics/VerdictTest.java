package quintet.suite.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class VerdictTest {

  private static final double SPREAD = 0.06;

  @Test
  void anEffectOfTheThresholdIsStated() {
    var verdict = Verdict.of(ratio(1.02, new Interval(1.01, 1.03)));
    assertEquals(new Verdict.Stated(Verdict.Direction.FASTER), verdict);
  }

  @Test
  void anEffectUnderTheThresholdIsNotStatedHoweverCertain() {
    var verdict = Verdict.of(ratio(1.0199, new Interval(1.0198, 1.0200)));
    assertEquals(new Verdict.UnderThreshold(), verdict);
  }

  @Test
  void slowerIsTheMirrorImageOfFaster() {
    var stated = Verdict.of(ratio(1 / 1.0201, new Interval(0.97, 0.99)));
    assertEquals(new Verdict.Stated(Verdict.Direction.SLOWER), stated);
    var tooSmall = Verdict.of(ratio(1 / 1.0199, new Interval(0.97, 0.99)));
    assertEquals(new Verdict.UnderThreshold(), tooSmall);
  }

  @Test
  void anIntervalThatEndsAtOneResolvesNothing() {
    var verdict = Verdict.of(ratio(1.1, new Interval(1, 1.2)));
    assertInstanceOf(Verdict.NotResolved.class, verdict);
  }

  @Test
  void theThresholdCanBeSet() {
    var ratio = ratio(1.02, new Interval(1.01, 1.03));
    assertEquals(new Verdict.UnderThreshold(), Verdict.of(ratio, 0.03));
    assertThrows(IllegalArgumentException.class, () -> Verdict.of(ratio, -0.01));
  }

  @Test
  void oneRoundNeedsFourMore() {
    var one = new Ratio(1.5, Optional.empty(), 0.99, List.of(1.5), List.of(new Spread(1, 0)));
    assertEquals(new Verdict.TooFewRounds(new MoreRounds(4)), Verdict.of(one));
  }

  @Test
  void fourCalmRoundsNeedOneMore() {
    var calm = new Ratio(1.5, Optional.empty(), 0.99, List.of(), List.of(new Spread(4, 1e-6)));
    assertEquals(new Verdict.TooFewRounds(new MoreRounds(1)), Verdict.of(calm));
  }

  @Test
  void fourWildRoundsNeedMoreThanOneMore() {
    var wild = new Ratio(1.05, Optional.empty(), 0.99, List.of(), List.of(new Spread(4, 0.01)));
    var verdict = assertInstanceOf(Verdict.TooFewRounds.class, Verdict.of(wild));
    assertTrue(verdict.more().rounds() > 10, verdict.toString());
  }

  @Test
  void aSmallEffectInMuchNoiseNeedsMoreThanAnyoneMeasures() {
    var verdict = Verdict.of(ratio(1.001, new Interval(0.5, 2), new Spread(5, 1)));
    var more = assertInstanceOf(Verdict.NotResolved.class, verdict).more();
    assertTrue(more.isOverMost());
    assertEquals("more than 1,000 more rounds", more.toString());
  }

  @Test
  void anEffectUnderTheThresholdIsTakenForTheThreshold() {
    var around = new Interval(0.9, 1.1);
    var spread = new Spread(5, SPREAD * SPREAD);
    var atThreshold = Verdict.of(ratio(1.02, around, spread));
    assertEquals(atThreshold, Verdict.of(ratio(1.0001, around, spread)));
    assertEquals(atThreshold, Verdict.of(ratio(0.9999, around, spread)));
  }

  /** Student's t with 14 and 15 degrees of freedom: 2.977 + 0.868, and 2.947 + 0.866. */
  @Test
  void theRoundsNeededAreThoseOfTheTTest() {
    double between = Math.exp((3.845 / Math.sqrt(15) + 3.813 / Math.sqrt(16)) / 2 * SPREAD);
    var verdict =
        Verdict.of(ratio(between, new Interval(0.9, 1.2), new Spread(6, SPREAD * SPREAD)));
    assertEquals(new Verdict.NotResolved(new MoreRounds(10)), verdict);
  }

  @Test
  void twoEqualSamplesHaveTheDegreesOfFreedomOfBoth() {
    var spread = new Spread(8, SPREAD * SPREAD);
    assertEquals(
        2.977 * SPREAD * Math.sqrt(2.0 / 8),
        Spread.error(List.of(spread, spread), 0, 0.995),
        0.001 * SPREAD);
  }

  /** Fresh campaigns with the rounds that were asked for, and the effect and spread as observed. */
  @Test
  void theRoundsAskedForSufficeAsOftenAsTheyShould() {
    var asked = ratio(1.05, new Interval(0.9, 1.2), new Spread(6, SPREAD * SPREAD));
    int rounds = 6 + MoreRounds.of(asked, Verdict.THRESHOLD).rounds();
    var noise = Noise.normal(11);
    int stated = 0;
    for (int campaign = 0; campaign < 500; campaign++) {
      var ratios = noise.rates(rounds, 1.05, SPREAD);
      stated += Verdict.of(ratio(ratios, campaign)).isStated() ? 1 : 0;
    }
    assertEquals(MoreRounds.POWER, stated / 500.0, 0.08);
  }

  @Test
  void mostCampaignsStateTheClaimAfterTheRoundsTheyAskedFor() {
    var noise = Noise.normal(12);
    int asked = 0;
    int stated = 0;
    for (int campaign = 0; campaign < 300; campaign++) {
      var ratios = noise.rates(8, 1.06, SPREAD);
      if (Verdict.of(ratio(ratios, campaign)) instanceof Verdict.NotResolved(var more)) {
        asked++;
        var further = noise.rates(more.rounds(), 1.06, SPREAD);
        var all = DoubleStream.concat(DoubleStream.of(ratios), DoubleStream.of(further)).toArray();
        stated += Verdict.of(ratio(all, campaign)).isStated() ? 1 : 0;
      }
    }
    assertTrue(asked > 100 && stated > asked * 0.6, stated + " of " + asked);
  }

  private static Ratio ratio(double[] ratios, int seed) {
    var ones = DoubleStream.generate(() -> 1).limit(ratios.length).toArray();
    return Ratio.paired(ratios, ones, new RoundBootstrap(999, 0.99, seed));
  }

  private static Ratio ratio(double value, Interval interval) {
    return ratio(value, interval, new Spread(5, 0.001));
  }

  private static Ratio ratio(double value, Interval interval, Spread spread) {
    return new Ratio(value, Optional.of(interval), 0.99, List.of(), List.of(spread));
  }
}
