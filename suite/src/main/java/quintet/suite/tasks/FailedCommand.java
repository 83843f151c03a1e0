package quintet.suite.tasks;

import quintet.workloads.tasks.Task;

/** A command that failed, where the first that fails is to end all. */
final class FailedCommand extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Finished finished;

  private FailedCommand(Finished finished) {
    super("exit code " + finished.exitCode());
    this.finished = finished;
  }

  /** Runs it. */
  static Finished unlessWell(Task.Body<? extends Finished> command) throws Exception {
    var finished = command.call();
    if (!finished.isWell()) {
      throw new FailedCommand(finished);
    }
    return finished;
  }

  Finished finished() {
    return finished;
  }
}
