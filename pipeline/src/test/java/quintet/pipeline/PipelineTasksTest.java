package quintet.pipeline;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import quintet.workloads.Staff;
import quintet.workloads.tasks.ConcurrentTasksContract;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Task;
import quintet.workloads.tasks.Tasks;

final class PipelineTasksTest implements ConcurrentTasksContract {

  @Override
  public Tasks model(Staff staff) {
    return new PipelineTasks(staff);
  }

  @Test
  void tasksBeginBeforeAnOutcomeIsAskedFor() {
    var begun = new CountDownLatch(1);
    var task =
        Task.of(
            () -> {
              begun.countDown();
              return 1;
            });

    try (var _ = model(Staff.of(2)).start(Job.of(List.of(task)))) {
      await().pollDelay(Duration.ZERO).until(() -> begun.getCount() == 0);
    }
  }
}
