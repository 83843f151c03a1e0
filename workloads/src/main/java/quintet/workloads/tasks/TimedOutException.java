package quintet.workloads.tasks;

import java.time.Duration;

/** A task, or a whole run, took longer than it may. */
public final class TimedOutException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TimedOutException(String what, Duration limit) {
    super(what + " took longer than " + limit);
  }
}
