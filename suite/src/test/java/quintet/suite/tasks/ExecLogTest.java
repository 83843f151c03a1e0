package quintet.suite.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.suite.cli.OutputException;
import quintet.suite.cli.Terminal;
import quintet.workloads.tasks.Outcome;

final class ExecLogTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path dir;

  /** A full disk, say. */
  private static final class Full extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("full");
    }
  }

  private static void show(OutputStream out, Captured captured) throws IOException {
    var terminal = Terminal.plain(out, OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
    var nothing = new Captured.InMemory(new byte[0]);
    try (var log = new ExecLog(terminal, FailedLines.keptIn(null, StandardCharsets.UTF_8))) {
      log.add(new Outcome.Done<>(0, new Finished("x", true, 0, captured, nothing)));
    }
  }

  @Test
  void anOutputThatCannotBeReadIsNoFailureToWrite() {
    var unreadable = new Captured.InFile(dir);

    assertThrows(IOException.class, () -> show(OutputStream.nullOutputStream(), unreadable));
  }

  @Test
  void anOutputThatCannotBeWrittenIsToldAsSuch() throws IOException {
    var captured = new Captured.InFile(Files.writeString(dir.resolve("out"), "text"));

    var failure = assertThrows(OutputException.class, () -> show(new Full(), captured));
    assertEquals("standard output: full", failure.getMessage());
  }
}
