package quintet.suite.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "not everybody may make links")
  void whoComesByLinksIsRefusedToo() throws IOException {
    var output = Files.createFile(folder.resolve("out.csv"));
    assertRefusedByLinks(output);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "not everybody may make links")
  void whoComesByLinksIsRefusedBeforeThereIsAnOutputToo() throws IOException {
    assertRefusedByLinks(folder.resolve("out.csv"));
  }

  /** A link to a link in another folder. */
  private void assertRefusedByLinks(Path output) throws IOException {
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    var near = Files.createSymbolicLink(elsewhere.resolve("near.csv"), Path.of("../out.csv"));
    var far = Files.createSymbolicLink(folder.resolve("far.csv"), near);
    try (var _ = OutputLock.of(output)) {
      var error = assertThrows(InputException.class, () -> OutputLock.of(far));
      assertEquals(far + ": another harvest is writing it", error.getMessage());
    }
    try (var _ = OutputLock.of(far)) {
      assertThrows(InputException.class, () -> OutputLock.of(output));
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "not everybody may make links")
  void aLinkThatLeadsNowhereIsLockedAsItIs() throws IOException {
    var lost = Files.createSymbolicLink(folder.resolve("lost.csv"), Path.of("no/such/folder.csv"));
    var circle = Files.createSymbolicLink(folder.resolve("circle.csv"), Path.of("circle.csv"));
    for (var link : List.of(lost, circle)) {
      try (var _ = OutputLock.of(link)) {
        assertTrue(Files.exists(folder.resolve("." + link.getFileName() + ".lock")));
      }
    }
  }
}
