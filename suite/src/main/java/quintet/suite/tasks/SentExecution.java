package quintet.suite.tasks;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.workloads.tasks.Placement;
import quintet.workloads.tasks.Task;

/** An {@link Execution} in another process, from where the outputs come back in memory. */
record SentExecution(List<String> command, String line, @Nullable Duration timeout)
    implements Task.Body<SentExecution.Reply> {

  private static final long serialVersionUID = 1;

  /** What comes back. */
  record Reply(boolean inTime, int exitCode, Captured.InMemory out, Captured.InMemory err)
      implements Serializable {

    private static final long serialVersionUID = 1;
  }

  SentExecution {
    command = List.copyOf(command);
  }

  /** A task that waits for it, and keeps the outputs in that folder here. */
  Task<Finished> placed(Placement placement, Path folder) {
    var sent = placement.<Reply>place(Task.<Reply>of(this).named(line));
    return Task.of(
        () -> {
          var reply = sent.body().call();
          return new Finished(
              line,
              reply.inTime(),
              reply.exitCode(),
              reply.out().inFile(folder, ".out"),
              reply.err().inFile(folder, ".err"));
        });
  }

  @Override
  public Reply call() throws IOException, InterruptedException {
    try (var folder = new TemporaryFolder()) {
      var finished = new Execution(command, line, timeout, folder.path()).call();
      return new Reply(
          finished.inTime(),
          finished.exitCode(),
          finished.out().inMemory("standard output"),
          finished.err().inMemory("standard error"));
    }
  }
}
