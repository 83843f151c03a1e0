package quintet.workloads.tasks;

/**
 * The thread that asked for the next outcome was interrupted, and the run has ended. An iterator
 * cannot throw an {@link InterruptedException}; the thread's interrupt status is set again.
 */
public final class InterruptedRunException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InterruptedRunException() {
    super("interrupted while it waited for the next outcome");
    Thread.currentThread().interrupt();
  }

  /** The same for a caller that can throw it; clears the interrupt status, as is usual. */
  public InterruptedException asChecked() {
    Thread.interrupted();
    var checked = new InterruptedException(getMessage());
    checked.initCause(this);
    return checked;
  }
}
