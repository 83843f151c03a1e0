package quintet.suite.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class FailuresTest {

  private static Session report(Throwable failure) {
    var err = new ByteArrayOutputStream();
    var terminal = Terminal.plain(OutputStream.nullOutputStream(), err, StandardCharsets.UTF_8);
    int exitCode = new Failures(terminal, () -> false).report(failure);
    return new Session(exitCode, "", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void tooManyThreadsAreNotHelpedByMemory() {
    var session =
        report(
            new OutOfMemoryError(
                "unable to create native thread: possibly out of memory or process/resource"
                    + " limits reached"));

    assertEquals(1, session.exitCode());
    assertEquals(1, session.errLines().size());
    assertTrue(session.err().contains("--threads virtual"), session.err());
    assertFalse(session.err().contains("-Xmx"), session.err());
  }

  @Test
  void tooLittleMemoryIsHelpedByMore() {
    var session = report(new OutOfMemoryError("Java heap space"));

    assertEquals(1, session.exitCode());
    assertTrue(session.err().contains("-Xmx4g"), session.err());
  }
}
