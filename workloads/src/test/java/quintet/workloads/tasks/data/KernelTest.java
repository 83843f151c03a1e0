package quintet.workloads.tasks.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class KernelTest {

  @Test
  void theSameTaskHasTheSameResult() {
    assertEquals(new Kernel(1, 10, 1).applyAsLong(7), new Kernel(1, 10, 1).applyAsLong(7));
  }

  @Test
  void anotherNumberSeedOrLengthHasAnother() {
    long result = new Kernel(1, 10, 1).applyAsLong(7);
    assertNotEquals(result, new Kernel(1, 10, 1).applyAsLong(8));
    assertNotEquals(result, new Kernel(2, 10, 1).applyAsLong(7));
    assertNotEquals(result, new Kernel(1, 11, 1).applyAsLong(7));
  }

  @Test
  void aboutOneTaskInAHundredIsLonger() {
    var even = new Kernel(1, 10, 1);
    var skewed = new Kernel(1, 10, 100);
    long longer =
        LongStream.range(0, 10_000)
            .filter(number -> even.applyAsLong(number) != skewed.applyAsLong(number))
            .count();
    assertTrue(longer > 50 && longer < 200, longer + " of 10,000");
  }

  @Test
  void aLongerTaskHasMoreRounds() {
    var calibration = new Calibration(500_000);
    assertEquals(500, calibration.kernel(1, Duration.ofNanos(1_000), 1).rounds());
    assertEquals(1, calibration.kernel(1, Duration.ofNanos(1), 1).rounds());
    assertThrows(ArithmeticException.class, () -> calibration.kernel(1, Duration.ofHours(1), 1));
  }

  @Test
  void everyMachineDoesSomeRoundsInAMillisecond() {
    assertTrue(Calibration.ofThisMachine().roundsPerMilli() > 0);
  }
}
