package quintet.suite.bench.tasks;

import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import quintet.suite.Models;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Task;
import quintet.workloads.tasks.Tasks;

/**
 * One of our models, as a job is unless it says otherwise. But for locks, which keeps its threads
 * for a moment, it starts them for each operation; the libraries are given threads that wait. It
 * has a task object for each task.
 */
record WithModel(Models model) implements Way {

  /** Makes each task when it is asked for. */
  private record Source(int tasks, LongUnaryOperator task) implements Iterable<Task<Long>> {
    @Override
    public Iterator<Task<Long>> iterator() {
      return new Iterator<>() {
        private int made;

        @Override
        public boolean hasNext() {
          return made < tasks;
        }

        @Override
        public Task<Long> next() {
          long number = made++;
          return Task.of(() -> task.applyAsLong(number));
        }
      };
    }
  }

  @Override
  public List<Long> list(Crew crew, int tasks, LongUnaryOperator task) throws Exception {
    return list(crew.model(model), tasks, task);
  }

  static List<Long> list(Tasks model, int tasks, LongUnaryOperator task)
      throws InterruptedException {
    return model.values(Job.of(new Source(tasks, task)));
  }

  @Override
  public void stream(Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer) {
    var job = Job.of(new Source(tasks, task));
    try (var outcomes = crew.model(model).start(job)) {
      outcomes.forEachRemaining(outcome -> consumer.accept(outcome.value()));
    }
  }

  @Override
  public int window() {
    return Job.USUAL_WINDOW;
  }
}
