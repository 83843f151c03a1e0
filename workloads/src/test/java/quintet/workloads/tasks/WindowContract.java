package quintet.workloads.tasks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quintet.workloads.Staff;

/** The source is pulled lazily, within the window. */
public interface WindowContract extends ModelUnderTest {

  @ParameterizedTest
  @CsvSource({
    "1, INPUT, 1",
    "1, INPUT, 2",
    "1, COMPLETION, 3",
    "2, INPUT, 2",
    "2, COMPLETION, 2",
    "7, INPUT, 1",
    "7, INPUT, 3",
    "7, COMPLETION, 3",
    "100, INPUT, 2",
    "4096, INPUT, 2",
    "4096, INPUT, 16",
    "4096, COMPLETION, 2"
  })
  default void neverAreMoreTasksInFlightThanTheWindow(int window, Job.Order order, int workers) {
    int count = window < 100 ? 3_000 : 30_000;
    var tasks = new InFlight<>(Bodies.skewed(count));
    int outcomesSeen = 0;
    try (var outcomes = model(Staff.of(workers)).start(Job.of(tasks).in(order).window(window))) {
      while (outcomes.hasNext()) {
        var _ = outcomes.next();
        outcomesSeen++;
        tasks.handedOver();
      }
    }

    int seen = outcomesSeen;
    assertAll(
        () -> assertEquals(count, seen),
        () -> assertTrue(tasks.most() <= window, () -> tasks.most() + " in flight"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 4_096})
  default void beforeTheFirstAskNoMoreThanTheWindowIsPulled(int window) {
    var tasks = new InFlight<>(Bodies.endless(index -> Task.of(() -> index)));

    model(Staff.of(2)).start(Job.of(tasks).window(window)).close();

    assertTrue(tasks.pulled() <= window, () -> tasks.pulled() + " pulled");
  }

  @Test
  default void aSourceWithoutEndHasFirstOutcomes() {
    var tasks = Bodies.endless(index -> Task.of(() -> index));
    try (var outcomes = model(Staff.of(2)).start(Job.of(tasks))) {
      for (long i = 0; i < 10_000; i++) {
        assertEquals(i, outcomes.next().value());
      }
    }
  }

  @Test
  default void tenMillionTasksFitIntoSixtyFourMebibytes() throws Exception {
    assertEquals("done", TenMillionTasks.runWith(getClass(), "streamed"));
  }
}
