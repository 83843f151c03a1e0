package quintet.suite.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import quintet.suite.Models;

final class CellsTest {

  private static final Pattern ALL = Pattern.compile("");

  @Test
  void everyModelIsMeasured() {
    var values = Map.of("work", List.of("ENTRIES"), "input", List.of("ONE"));
    var cells = new Cells(Set.of(Contest.Part.MODELS), values, ALL).all();
    var models =
        cells.stream().filter(cell -> cell.contest().among().equals("model")).map(Cell::contender);
    assertEquals(Models.labels().size(), models.count());
  }

  @Test
  void theBaselineIsMeasuredOnceWhateverElseIsWanted() {
    var values =
        Map.of(
            "model", List.of("LOCKS"),
            "work", List.of("ENTRIES"),
            "input", List.of("ONE"),
            "workers", List.of("2", "4"));
    var cells = new Cells(Set.of(Contest.Part.MODELS), values, Pattern.compile("model=")).all();
    assertEquals(
        List.of("sequential", "locks, 2", "locks, 4"),
        cells.stream().map(Cell::contender).toList());
  }

  @Test
  void everyCellThatIsComparedHasItsBaseline() {
    var cells = new Cells(EnumSet.allOf(Contest.Part.class), Map.of(), ALL).all();
    for (var cell : cells) {
      assertTrue(cell.baseline().map(cells::contains).orElse(true), cell.label());
    }
  }
}
