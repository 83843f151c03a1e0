package quintet.workloads.tasks;

/**
 * A task threw, or took too long. The cause is what it threw, or a {@link TimedOutException}; the
 * suppressed exceptions are those of other tasks that failed before the run had ended.
 */
public final class TaskFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final long index;
  private final String name;

  TaskFailedException(long index, Task<?> task, Throwable cause) {
    super(task.label(index) + ": " + described(cause), cause);
    this.index = index;
    name = task.name();
  }

  /** Even an exception whose own description fails has one. */
  private static String described(Throwable cause) {
    try {
      return cause.toString();
    } catch (Throwable e) {
      return cause.getClass().getName();
    }
  }

  /** The task's name; empty if it had none. */
  public String name() {
    return name;
  }

  /** The task's place in the source, counted from 0. */
  public long index() {
    return index;
  }
}
