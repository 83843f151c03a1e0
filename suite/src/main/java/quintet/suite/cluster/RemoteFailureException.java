package quintet.suite.cluster;

import org.jspecify.annotations.Nullable;

/**
 * Stands for an exception that a task threw in another process and that cannot be serialised. It
 * has that one's message, stack trace, and cause.
 */
public final class RemoteFailureException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String className;

  RemoteFailureException(Throwable failure, String obstacle, @Nullable Throwable cause) {
    super(failure + " (" + obstacle + ")", cause);
    className = failure.getClass().getName();
    setStackTrace(failure.getStackTrace());
  }

  /** The name of the class of what the task threw. */
  public String className() {
    return className;
  }
}
