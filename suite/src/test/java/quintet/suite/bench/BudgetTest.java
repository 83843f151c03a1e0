package quintet.suite.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BudgetTest {

  private final Budget tenMinutes = new Budget.Minutes(10);

  @Test
  void minutesGiveAsManyRoundsAsFit() {
    assertEquals(3, tenMinutes.rounds(Duration.ofMinutes(3)));
  }

  @Test
  void minutesGiveOneRoundHoweverLongItTakes() {
    assertEquals(1, tenMinutes.rounds(Duration.ofHours(1)));
    assertTrue(tenMinutes.allowsAnother(0, Duration.ZERO));
  }

  @Test
  void noRoundBeginsThatWouldNotEndInTime() {
    assertTrue(tenMinutes.allowsAnother(2, Duration.ofMinutes(6)));
    assertFalse(tenMinutes.allowsAnother(2, Duration.ofMinutes(7)));
  }

  @Test
  void roundsAreWhatWasAskedForHoweverLongTheyTake() {
    var three = new Budget.Rounds(3);
    assertEquals(3, three.rounds(Duration.ofHours(1)));
    assertTrue(three.allowsAnother(2, Duration.ofDays(1)));
    assertFalse(three.allowsAnother(3, Duration.ZERO));
  }
}
