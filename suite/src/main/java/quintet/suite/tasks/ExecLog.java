package quintet.suite.tasks;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import quintet.suite.InputException;
import quintet.suite.cli.OutputException;
import quintet.suite.cli.ProgressLine;
import quintet.suite.cli.Terminal;
import quintet.suite.cluster.PlacementException;
import quintet.workloads.tasks.Outcome;
import quintet.workloads.tasks.TaskFailedException;

/**
 * Shows what the commands wrote, how far they are, and which of them failed; however it all ends.
 *
 * <p>Used by one thread, but for {@link #countWell}.
 */
final class ExecLog implements AutoCloseable {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Terminal terminal;
  private final ProgressLine progress;
  private final long start = System.nanoTime();
  private final FailedLines failures;

  /** Commands that ended well, shown or not; atomic, because the models' threads count. */
  private final AtomicLong endedWell = new AtomicLong();

  private long done;

  ExecLog(Terminal terminal, FailedLines failures) {
    this.terminal = terminal;
    this.failures = failures;
    progress = new ProgressLine(terminal);
  }

  /** Counts this command when it ends well, as it may be when others end the run. Thread-safe. */
  Finished countWell(Finished finished) {
    if (finished.isWell()) {
      endedWell.incrementAndGet();
    }
    return finished;
  }

  /**
   * Shows one.
   *
   * @throws InputException if the command's program cannot be started: no other line's can
   */
  void add(Outcome<Finished> outcome) throws IOException {
    done++;
    switch (outcome) {
      case Outcome.Done<Finished>(long _, Finished finished) -> {
        show(finished);
        if (!finished.inTime()) {
          failures.add(outcome.index(), finished.line(), "took too long");
        } else if (finished.exitCode() != 0) {
          failures.add(outcome.index(), finished.line(), "exit code " + finished.exitCode());
        }
      }
      case Outcome.Failed<Finished>(long _, var failure) -> {
        var cause = failure.getCause();
        if (cause instanceof Execution.NotStarted) {
          throw new InputException(String.valueOf(cause.getMessage()), cause);
        }
        failures.add(outcome.index(), failure.name(), reason(cause));
      }
    }
    double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    progress.show(
        String.format(
            Locale.ROOT,
            "%,d done, %,d failed, %,.0f a second",
            done,
            failures.count(),
            done / seconds),
        -1);
  }

  private static String reason(@Nullable Throwable cause) {
    return switch (cause) {
      case PlacementException e -> String.valueOf(e.getMessage());
      case IOException e -> String.valueOf(e.getMessage());
      case null, default -> String.valueOf(cause);
    };
  }

  private void show(Finished finished) throws IOException {
    if (!finished.out().isEmpty() || !finished.err().isEmpty()) {
      progress.close(); // what comes would be written behind it
    }
    var results = new Results(terminal.output());
    finished.out().moveTo(results);
    results.flush();
    finished.err().moveTo(terminal.err());
    terminal.err().flush();
  }

  /** Tells a failure to write from one to read what is written. */
  private static final class Results extends OutputStream {

    private final OutputStream target;

    Results(OutputStream target) {
      this.target = target;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      try {
        target.write(bytes, from, length);
      } catch (IOException e) {
        throw new OutputException(e);
      }
    }

    @Override
    public void flush() {
      try {
        target.flush();
      } catch (IOException e) {
        throw new OutputException(e);
      }
    }
  }

  /** What ended the run: the first failure, and those at the same time. */
  void addAll(TaskFailedException first) throws IOException {
    addFailed(first);
    for (var other : first.getSuppressed()) {
      if (other instanceof TaskFailedException atTheSameTime) {
        addFailed(atTheSameTime);
      }
    }
  }

  private void addFailed(TaskFailedException failure) throws IOException {
    add(
        failure.getCause() instanceof FailedCommand command
            ? new Outcome.Done<Finished>(failure.index(), command.finished())
            : new Outcome.Failed<Finished>(failure.index(), failure));
  }

  /** Of the whole run, as far as it came. */
  int exitCode() {
    return failures.count() == 0 ? 0 : 1;
  }

  /** Says which failed, and what was not shown. */
  @Override
  public void close() {
    progress.close();
    long failed = failures.count();
    long unseen = endedWell.get() - (done - failed);
    failures.tell(terminal);
    if (failed > 0) {
      terminal.note(
          String.format(Locale.ROOT, "%,d of %,d commands failed", failed, done + unseen));
    }
    if (unseen > 0) {
      terminal.note(
          String.format(
              Locale.ROOT, "%,d ended well, before it was their turn to be shown", unseen));
    }
  }
}
