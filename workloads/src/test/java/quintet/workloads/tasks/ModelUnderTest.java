package quintet.workloads.tasks;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import quintet.workloads.Staff;
import quintet.workloads.testing.FirstFailureEnds;
import quintet.workloads.testing.LiveThreads;

/** What the parts of the contract share. */
@ExtendWith(FirstFailureEnds.class)
public interface ModelUnderTest {

  /** The model under test, with so many workers. */
  Tasks model(Staff staff);

  /** However a run ended. A thread that has done its last task may take a moment to be gone. */
  @AfterEach
  default void noThreadOfTheModelIsLeft() {
    await("threads of the model to end")
        .pollDelay(Duration.ZERO)
        .until(() -> LiveThreads.ofModels().isEmpty());
  }
}
