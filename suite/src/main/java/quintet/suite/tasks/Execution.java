package quintet.suite.tasks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.workloads.tasks.Task;

/**
 * A command for one line of input, as the body of a task. Interrupted, it ends the command and
 * those that the command began.
 *
 * @param command its words; {@value #PLACE} stands for the line
 * @param line takes the place, or is the last word where no place is
 * @param timeout of the command, which then is ended as if interrupted; null means none. It is not
 *     the task's, because the outputs until then would be lost with the task
 * @param folder where the outputs wait
 */
@SuppressWarnings("serial") // done where the folder is
record Execution(List<String> command, String line, @Nullable Duration timeout, Path folder)
    implements Task.Body<Finished> {

  static final String PLACE = "{}";

  private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

  /** ENOENT and EACCES, as {@link ProcessBuilder} tells them: it has no types for them. */
  private static final Pattern NOT_THERE = Pattern.compile("error[:=] ?(2|13)\\b");

  /** The program is not there, or may not be run: so it is with every line. */
  static final class NotStarted extends IOException {
    private static final long serialVersionUID = 1;

    NotStarted(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  Execution {
    command = List.copyOf(command);
  }

  @Override
  public Finished call() throws IOException, InterruptedException {
    var out = Files.createTempFile(folder, "", ".out");
    var err = Files.createTempFile(folder, "", ".err");
    boolean finished = false;
    try {
      var process = started(out, err);
      boolean inTime = awaitEnd(process);
      int exitCode = process.waitFor();
      finished = true;
      return new Finished(
          line, inTime, exitCode, new Captured.InFile(out), new Captured.InFile(err));
    } finally {
      if (!finished) {
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
      }
    }
  }

  /** Returns whether it has ended by itself; it has been ended if not. */
  private boolean awaitEnd(Process process) throws IOException, InterruptedException {
    try {
      process.getOutputStream().close(); // our standard input is not the command's
      return process.waitFor(timeout == null ? FOR_EVER : timeout);
    } finally {
      if (process.isAlive()) {
        var begun = process.descendants().toList();
        process.destroyForcibly(); // first, or it might begin something new
        begun.forEach(ProcessHandle::destroyForcibly);
      }
    }
  }

  private Process started(Path out, Path err) throws IOException {
    try {
      return new ProcessBuilder(words())
          .redirectOutput(Redirect.to(out.toFile()))
          .redirectError(Redirect.to(err.toFile()))
          .start();
    } catch (IOException e) {
      var reason = String.valueOf(e.getMessage());
      if (!command.getFirst().contains(PLACE) && NOT_THERE.matcher(reason).find()) {
        throw new NotStarted(e);
      }
      var cause = e.getCause() == null ? e : e.getCause(); // without the words, which may be long
      throw new IOException("cannot be started: " + cause.getMessage(), e);
    }
  }

  List<String> words() {
    var words = new ArrayList<String>();
    command.forEach(word -> words.add(word.replace(PLACE, line)));
    if (command.stream().noneMatch(word -> word.contains(PLACE))) {
      words.add(line);
    }
    return words;
  }
}
