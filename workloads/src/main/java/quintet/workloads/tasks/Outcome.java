package quintet.workloads.tasks;

import org.jspecify.annotations.Nullable;

/**
 * How one task ended. An immutable value.
 *
 * @param <T> the type of the task's value
 */
public sealed interface Outcome<T extends @Nullable Object> {

  /** The task's place in the source, counted from 0. */
  long index();

  /**
   * The task's value.
   *
   * @throws TaskFailedException if it has none
   */
  T value();

  /** The task gave a value. */
  record Done<T extends @Nullable Object>(long index, T value) implements Outcome<T> {}

  /**
   * The task threw, or took too long.
   *
   * @param failure names the task; its cause is what the task threw
   */
  record Failed<T extends @Nullable Object>(long index, TaskFailedException failure)
      implements Outcome<T> {
    @Override
    public T value() {
      throw failure;
    }
  }
}
