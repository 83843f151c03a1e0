package quintet.workloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StaffTest {

  @Test
  void waitingTasksGetAWorkerForEveryShareOfTheirTimeThatTheyWait() {
    var staff = Staff.forWaiting(Duration.ofMillis(50), Duration.ofMillis(5), 2);

    assertEquals(new Staff(22, Staff.Kind.VIRTUAL), staff);
  }

  @Test
  void aPartOfAWorkerIsAWorker() {
    assertEquals(3, Staff.forWaiting(Duration.ofMillis(1), Duration.ofMillis(3), 2).workers());
  }

  @Test
  void tasksThatNeverWaitGetAWorkerACore() {
    assertEquals(4, Staff.forWaiting(Duration.ZERO, Duration.ofMillis(1), 4).workers());
    assertEquals(4, Staff.forWaiting(Duration.ZERO, Duration.ZERO, 4).workers());
  }

  @Test
  void workersForWaitingAreBounded() {
    assertEquals(
        Staff.MOST_WORKERS,
        Staff.forWaiting(Duration.ofDays(400_000), Duration.ofNanos(1), 2).workers());
    assertEquals(
        Staff.MOST_WORKERS, Staff.forWaiting(Duration.ofMillis(1), Duration.ZERO, 2).workers());
  }

  @Test
  void durationsAreNotNegative() {
    var minus = Duration.ofMillis(-1);
    assertThrows(
        IllegalArgumentException.class, () -> Staff.forWaiting(minus, Duration.ofMillis(1)));
    assertThrows(
        IllegalArgumentException.class, () -> Staff.forWaiting(Duration.ofMillis(1), minus));
  }
}
