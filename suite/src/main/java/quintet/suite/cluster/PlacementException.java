package quintet.suite.cluster;

/**
 * A task could not be done, or its value not be brought back, for a reason that is the cluster's
 * and not the task's: a member was lost, a class is not known there. The message is one line.
 */
public final class PlacementException extends RuntimeException {

  private static final long serialVersionUID = 1;

  PlacementException(String message) {
    super(message);
  }

  PlacementException(String message, Throwable cause) {
    super(message, cause);
  }
}
