package quintet.suite.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import quintet.suite.InputException;

final class LinesTest {

  private static Lines lines(String text, Charset written, Charset read) {
    return new Lines(new ByteArrayInputStream(text.getBytes(written)), read);
  }

  @Test
  void theyAreInTheEncodingThatIsSaid() {
    var lines = lines("caf\u00e9\r\n\nx", StandardCharsets.UTF_8, StandardCharsets.UTF_8);

    assertEquals("caf\u00e9", lines.next());
    assertEquals("x", lines.next());
    assertFalse(lines.hasNext());
  }

  @Test
  void aLineInAnotherEncodingIsRefusedWhenItsTurnHasCome() {
    var lines = lines("a\n\ncaf\u00e9\n", StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8);

    assertEquals("a", lines.next());
    var refusal = assertThrows(InputException.class, lines::hasNext);
    assertEquals("<stdin>, line 3: not UTF-8, which the locale says it is", refusal.getMessage());
  }

  @Test
  void aCarriageReturnWithinALineIsAPartOfIt() {
    var lines = lines("a\rb\r\n\rc", StandardCharsets.UTF_8, StandardCharsets.UTF_8);

    assertEquals("a\rb", lines.next());
    assertEquals("\rc", lines.next());
    assertFalse(lines.hasNext());
  }
}
