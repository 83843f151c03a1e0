package quintet.pipeline;

import quintet.workloads.Staff;
import quintet.workloads.tasks.ConcurrentTasksContract;
import quintet.workloads.tasks.Tasks;

final class PipelineTasksTest implements ConcurrentTasksContract {

  @Override
  public Tasks model(Staff staff) {
    return new PipelineTasks(staff);
  }
}
