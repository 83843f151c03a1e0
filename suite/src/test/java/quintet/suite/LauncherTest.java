package quintet.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a Maven and with JDKs that are scripts. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {

  @Test
  @Timeout(120)
  void theLauncherDoesWhatItsTestScriptExpects(@TempDir Path scratch)
      throws IOException, InterruptedException {
    var script = Path.of("src", "test", "sh", "launcher-test.sh").toAbsolutePath();
    var launcher = Path.of("..", "quintet").toAbsolutePath().normalize();
    var process =
        new ProcessBuilder("sh", script.toString(), launcher.toString())
            .directory(scratch.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
