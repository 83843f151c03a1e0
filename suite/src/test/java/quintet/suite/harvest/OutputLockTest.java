package quintet.suite.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.suite.InputException;

final class OutputLockTest {

  @TempDir private Path folder;

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void theSecondIsRefusedUntilTheFirstHasEnded() throws IOException {
    var output = folder.resolve("out.csv");
    try (var _ = OutputLock.of(output)) {
      var error = assertThrows(InputException.class, () -> OutputLock.of(output));
      assertEquals(output + ": another harvest is writing it", error.getMessage());
    }
    OutputLock.of(output).close();
  }

  @Test
  void anotherOutputIsNobodysBusiness() throws IOException {
    try (var _ = OutputLock.of(folder.resolve("a.csv"));
        var _ = OutputLock.of(folder.resolve("b.csv"))) {
      assertEquals(2, files().size());
    }
    assertEquals(List.of(), files());
  }

  @Test
  void whatAKilledHarvestLeftBehindIsTakenOver() throws IOException {
    Files.writeString(folder.resolve(".out.csv.lock"), "left behind");
    OutputLock.of(folder.resolve("out.csv")).close();
    assertEquals(List.of(), files());
  }
}
