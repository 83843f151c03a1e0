package quintet.suite.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    assertEquals(
        List.of("model      n", "long one  10", "b          2"),
        new Table("model", "n").row("long one", "10").row("b", "2").lines());
  }
}
