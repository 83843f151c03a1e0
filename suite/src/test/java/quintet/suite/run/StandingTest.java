package quintet.suite.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class StandingTest {

  private static Standing of(String name, long... nanos) {
    var standing = new Standing(name);
    for (long n : nanos) {
      standing.addRound(n);
    }
    return standing;
  }

  @Test
  void theMedianOfAnEvenNumberIsInTheMiddle() {
    assertEquals(2.5, Standing.median(new double[] {4, 1, 3, 2}));
    assertTrue(Double.isNaN(Standing.median(new double[0])));
  }

  @Test
  void theSpeedUpIsTakenRoundByRound() {
    var ratios = of("fast", 10, 10, 40).speedUpAgainst(of("slow", 10, 20, 120));
    assertEquals(new Standing.Ratios(2, 1, 3), ratios);
  }

  @Test
  void aBaselineOfOneRoundStandsForAllRounds() {
    var ratios = of("fast", 10, 20, 5).speedUpAgainst(of("slow", 100));
    assertEquals(new Standing.Ratios(10, 5, 20), ratios);
  }
}
