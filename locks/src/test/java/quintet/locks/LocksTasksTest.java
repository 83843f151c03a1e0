package quintet.locks;

import quintet.workloads.Staff;
import quintet.workloads.tasks.ConcurrentTasksContract;
import quintet.workloads.tasks.Tasks;

final class LocksTasksTest implements ConcurrentTasksContract {

  @Override
  public Tasks model(Staff staff) {
    return new LocksTasks(staff);
  }
}
