package quintet.sequential;

import quintet.workloads.Staff;
import quintet.workloads.tasks.Tasks;
import quintet.workloads.tasks.TasksContract;

final class SequentialTasksTest implements TasksContract {

  @Override
  public Tasks model(Staff staff) {
    return new SequentialTasks();
  }
}
