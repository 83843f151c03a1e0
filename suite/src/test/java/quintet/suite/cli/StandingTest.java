package quintet.suite.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
  void columnsAreAsWideAsTheirWidestCell() {
    assertEquals(
        List.of("model      n", "long one  10", "b          2"),
        new Table("model", "n").row("long one", "10").row("b", "2").lines());
  }
}
