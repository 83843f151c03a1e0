package quintet.async;

import quintet.workloads.Staff;
import quintet.workloads.tasks.ConcurrentTasksContract;
import quintet.workloads.tasks.Tasks;

final class AsyncTasksTest implements ConcurrentTasksContract {

  @Override
  public Tasks model(Staff staff) {
    return new AsyncTasks(staff);
  }
}
