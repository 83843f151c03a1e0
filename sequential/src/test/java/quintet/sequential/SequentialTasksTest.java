package quintet.sequential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import quintet.workloads.Staff;
import quintet.workloads.tasks.Tasks;
import quintet.workloads.tasks.TasksContract;
import quintet.workloads.tasks.TenMillionTasks;

final class SequentialTasksTest implements TasksContract {

  @Override
  public Tasks model(Staff staff) {
    return new SequentialTasks();
  }

  /** Seed 004's own example of little memory; it shows that the test of the contract can fail. */
  @Test
  void aListOfTenMillionTasksDoesNotFitIntoSixtyFourMebibytes() throws Exception {
    assertEquals("out of memory", TenMillionTasks.runWith(getClass(), "listed"));
  }
}
