package quintet.suite.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class IntervalTest {

  @Test
  void itHoldsItsEnds() {
    var interval = new Interval(1, 2);
    assertTrue(interval.contains(1) && interval.contains(2));
    assertFalse(interval.excludes(1));
  }

  @Test
  void itExcludesWhatIsOutside() {
    assertTrue(new Interval(1, 2).excludes(0.999) && new Interval(1, 2).excludes(2.001));
  }

  @Test
  void itsHalfWidthIsHalfTheDistance() {
    assertEquals(0.5, new Interval(1, 2).halfWidth());
  }

  @Test
  void theEndsAreInOrder() {
    assertThrows(IllegalArgumentException.class, () -> new Interval(2, 1));
  }

  @Test
  void anEndIsANumber() {
    assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 1));
  }
}
