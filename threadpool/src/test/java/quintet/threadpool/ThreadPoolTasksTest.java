package quintet.threadpool;

import quintet.workloads.Staff;
import quintet.workloads.tasks.ConcurrentTasksContract;
import quintet.workloads.tasks.Tasks;

final class ThreadPoolTasksTest implements ConcurrentTasksContract {

  @Override
  public Tasks model(Staff staff) {
    return new ThreadPoolTasks(staff);
  }
}
