package quintet.workloads.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JobTest {

  private final Job<Integer> job = Job.of(List.of());

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Job.MOST_WINDOW + 1})
  void aWindowOutsideItsBoundsIsRefused(int window) {
    var error = assertThrows(IllegalArgumentException.class, () -> job.window(window));

    assertEquals(
        "the window must be between 1 and 1000000 tasks, not " + window, error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT876000H0.000000001S", "PT2562047788015215H"})
  void aTimeoutOutsideItsBoundsIsRefused(String timeout) {
    var duration = Duration.parse(timeout);

    assertThrows(IllegalArgumentException.class, () -> job.timeout(duration));
    var error = assertThrows(IllegalArgumentException.class, () -> job.taskTimeout(duration));

    assertEquals(
        "the timeout of a task must be positive, and at most PT876000H, not " + timeout,
        error.getMessage());
  }
}
