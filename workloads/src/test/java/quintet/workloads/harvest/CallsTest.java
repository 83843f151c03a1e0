package quintet.workloads.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CallsTest {

  /** The end of a terminal is such a source: one more read waits for one more line. */
  @Test
  void aSourceThatHasEndedIsNotAskedAgain(@TempDir Path dir) throws IOException {
    var source = new GoesOnAfterItsEnd();
    try (var sheet = Sheet.create(dir.resolve("out.csv"), Fields.NONE)) {
      var calls = new Calls(Job.of(() -> source, sheet));
      assertNotNull(calls.next());
      assertNull(calls.next());

      assertNull(calls.next());

      assertEquals(2, source.asked);
    }
  }

  @Test
  void aSourceThatHasThrownIsNotAskedAgain(@TempDir Path dir) throws IOException {
    try (var sheet = Sheet.create(dir.resolve("out.csv"), Fields.NONE)) {
      var calls = new Calls(Job.of(ThrowsOnce::new, sheet));
      assertThrows(IllegalStateException.class, calls::next);

      assertNull(calls.next());
    }
  }

  private static final class ThrowsOnce implements Iterator<String> {

    private boolean threw;

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public String next() {
      if (!threw) {
        threw = true;
        throw new IllegalStateException("a broken source");
      }
      return "http://example.org/";
    }
  }

  private static final class GoesOnAfterItsEnd implements Iterator<String> {

    private final Iterator<Boolean> answers = List.of(true, false, true).iterator();
    private int asked;

    @Override
    public boolean hasNext() {
      asked++;
      return answers.next();
    }

    @Override
    public String next() {
      return "http://example.org/";
    }
  }
}
