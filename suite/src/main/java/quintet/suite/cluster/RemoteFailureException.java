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
    super(described(failure) + " (" + obstacle + ")", cause);
    className = failure.getClass().getName();
    setStackTrace(failure.getStackTrace());
  }

  /** In its own words if it has any: they come from code that may itself fail. */
  static String described(Throwable failure) {
    try {
      return failure.toString();
    } catch (Throwable e) { // whatever that code throws
      return failure.getClass().getName() + ", which cannot say what it is";
    }
  }

  /** The name of the class of what the task threw. */
  public String className() {
    return className;
  }
}
