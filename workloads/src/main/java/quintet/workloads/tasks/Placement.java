package quintet.workloads.tasks;

import org.jspecify.annotations.Nullable;

/**
 * Where the bodies of tasks are done. A model's thread asks for a task's value; a placement says
 * whether that thread computes it or waits for who does. So every model works with every placement.
 *
 * <p>Must be thread-safe.
 */
public interface Placement {

  /** In the thread of the model: platform or virtual, as its {@code Staff} says. */
  Placement HERE =
      new Placement() {
        @Override
        public <T extends @Nullable Object> Task<T> place(Task<T> task) {
          return task;
        }
      };

  /**
   * A task with the same value and failures, done there. Its body waits for the value, and ends the
   * wait when it is interrupted.
   *
   * @throws IllegalArgumentException if the task cannot be done there; the message says why
   */
  <T extends @Nullable Object> Task<T> place(Task<T> task);
}
