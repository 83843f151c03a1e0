package quintet.suite.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RatioTest {

  private static final RoundBootstrap BOOTSTRAP = RoundBootstrap.forMeans(1);

  @Test
  void theValueIsTheGeometricMeanOfTheRoundsRatios() {
    var ratio = Ratio.paired(new double[] {200, 800}, new double[] {100, 100}, BOOTSTRAP);
    assertEquals(4, ratio.value(), 1e-12);
    assertEquals(List.of(2.0, 8.0), ratio.perRound().stream().map(RatioTest::rounded).toList());
    assertEquals(2, ratio.rounds());
  }

  @Test
  void fourRoundsGiveAValueAndNoInterval() {
    double[] four = {1, 2, 3, 4};
    assertEquals(Optional.empty(), Ratio.paired(four, four, BOOTSTRAP).interval());
    assertEquals(Optional.empty(), Ratio.unpaired(four, four, BOOTSTRAP).interval());
    assertEquals(Optional.empty(), Estimate.of(four, BOOTSTRAP).interval());
    assertEquals(Math.pow(24, 0.25), Estimate.of(four, BOOTSTRAP).value(), 1e-12);
  }

  @Test
  void aDriftThatBothShareCancelsOut() {
    var noise = Noise.normal(5);
    var baseline = noise.rates(8, 1_000, 0.3);
    var variant = new double[8];
    for (int i = 0; i < variant.length; i++) {
      variant[i] = noise.rates(1, 1.1 * baseline[i], 0.01)[0];
    }
    var paired = Ratio.paired(variant, baseline, BOOTSTRAP);
    var unpaired = Ratio.unpaired(variant, baseline, BOOTSTRAP);
    assertEquals(unpaired.value(), paired.value(), 1e-12);
    assertTrue(
        paired.interval().orElseThrow().halfWidth() * 10
            < unpaired.interval().orElseThrow().halfWidth());
    assertTrue(Verdict.of(paired).isStated());
    assertFalse(Verdict.of(unpaired).isStated());
  }

  @Test
  void whichOneIsDividedByTheOtherDoesNotMatter() {
    var noise = Noise.normal(6);
    var one = noise.rates(9, 1_100, 0.05);
    var other = noise.rates(7, 1_000, 0.02);
    var ratio = Ratio.unpaired(one, other, new RoundBootstrap(99_999, 0.99, 1));
    var inverse = Ratio.unpaired(other, one, new RoundBootstrap(99_999, 0.99, 2));
    assertEquals(1, ratio.value() * inverse.value(), 1e-12);
    assertEquals(
        1, ratio.interval().orElseThrow().low() * inverse.interval().orElseThrow().high(), 0.01);
  }

  @Test
  void equalVariantsWithoutNoiseGiveOneAlone() {
    double[] rates = {5, 6, 7, 8, 9};
    var ratio = Ratio.paired(rates, rates, BOOTSTRAP);
    assertEquals(Optional.of(new Interval(1, 1)), ratio.interval());
  }

  @Test
  void anEstimateIsInTheUnitOfWhatWasMeasured() {
    var estimate = Estimate.of(Noise.normal(7).rates(20, 5_000, 0.02), BOOTSTRAP);
    assertEquals(5_000, estimate.value(), 100);
    assertTrue(estimate.interval().orElseThrow().contains(5_000));
    assertTrue(estimate.interval().orElseThrow().halfWidth() < 200);
  }

  @Test
  void pairsNeedTheSameRounds() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Ratio.paired(new double[] {1, 2}, new double[] {1}, BOOTSTRAP));
  }

  @Test
  void aRateIsOverZero() {
    assertThrows(
        IllegalArgumentException.class, () -> Estimate.of(new double[] {1, 0, 2}, BOOTSTRAP));
  }

  @Test
  void noRoundGivesNoEstimate() {
    assertThrows(IllegalArgumentException.class, () -> Estimate.of(new double[0], BOOTSTRAP));
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e9) / 1e9;
  }
}
