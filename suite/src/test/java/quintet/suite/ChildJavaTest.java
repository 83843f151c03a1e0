package quintet.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class ChildJavaTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private static Process start(String... words) throws IOException {
    return new ProcessBuilder(ChildJava.command(List.of(), Speaker.class, words)).start();
  }

  /** Says its words, a line each, and waits for the end of its standard input. */
  static final class Speaker {
    private Speaker() {}

    public static void main(String[] words) throws IOException {
      for (var word : words) {
        System.out.println(word);
      }
      var _ = System.in.read();
    }
  }

  @Test
  void theFirstLineIsHeardWhileTheProcessGoesOn() throws Exception {
    var process = start("up", "and more");
    try {
      assertEquals("up", ChildJava.firstLine(process, LONG));
      assertTrue(process.isAlive());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void whoSaysNothingIsNotWaitedForForEver() throws Exception {
    var process = start();
    try {
      assertThrows(IOException.class, () -> ChildJava.firstLine(process, Duration.ofMillis(100)));
      assertTrue(process.isAlive());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void whoEndsWithoutAWordSaysNull() throws Exception {
    var process = start();
    process.getOutputStream().close();

    assertNull(ChildJava.firstLine(process, LONG));
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    var process = start();
    try {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> ChildJava.firstLine(process, LONG));
    } finally {
      process.destroyForcibly();
    }
  }
}
