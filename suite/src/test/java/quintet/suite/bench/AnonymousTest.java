package quintet.suite.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class AnonymousTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void pathsOfTheMachineAreReplaced() throws IOException {
    write("VM: " + System.getProperty("java.home") + "/bin/java\n");
    assertEquals("VM: JDK/bin/java\n", text());
  }

  @Test
  void thePathOfTheProjectIsReplacedWhereverItStands() throws IOException {
    var home = Path.of("somebodys-project").toAbsolutePath();
    write("-Dcache=" + home + "/data -Dother=" + home + "\n");
    assertEquals("-Dcache=QUINTET/data -Dother=QUINTET\n", text());
  }

  @Test
  void allElsePassesUnchangedWithOrWithoutALineEnd() throws IOException {
    write("Zeile für Zeile\nund das Ende");
    assertEquals("Zeile für Zeile\nund das Ende", text());
  }

  private void write(String text) throws IOException {
    var home = Path.of("somebodys-project");
    try (var out = new PrintStream(new Anonymous(bytes, home), true, StandardCharsets.UTF_8)) {
      out.print(text);
    }
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
