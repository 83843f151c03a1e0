package quintet.suite.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.suite.InputException;
import quintet.suite.analysis.Recorded;

final class RunFolderTest {

  @TempDir private Path path;

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    var folder = new RunFolder(path);
    var raw = Recorded.healthy(2).raw();
    RunFolder.write(folder.raw(), raw);
    assertEquals(raw, folder.readRaw());
  }

  @Test
  void aWriteThatFailsLeavesTheOldFile() throws IOException {
    var file = Files.writeString(path.resolve("raw.json"), "old");
    Files.createDirectory(path.resolve("raw.json.part")); // so the new one cannot be begun
    assertThrows(IOException.class, () -> RunFolder.writeText(file, "new"));
    assertEquals("old", Files.readString(file));
  }

  @Test
  void halfAFileFromAProcessThatWasKilledIsInNobodysWay() throws IOException {
    var file = path.resolve("raw.json");
    Files.writeString(path.resolve("raw.json.part"), "ha");
    RunFolder.writeText(file, "whole");
    assertEquals("whole", Files.readString(file));
    assertTrue(Files.notExists(path.resolve("raw.json.part")));
  }

  @Test
  void anInterruptDoesNotKeepAFileFromBeingWritten() throws IOException {
    var file = path.resolve("raw.json");
    Thread.currentThread().interrupt();
    try {
      RunFolder.writeText(file, "written");
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals("written", Files.readString(file));
  }

  @Test
  void aValueThatIsNoJsonDoesNotTouchTheOldFile() throws IOException {
    var file = Files.writeString(path.resolve("raw.json"), "old");
    assertThrows(IOException.class, () -> RunFolder.write(file, new Object()));
    assertEquals("old", Files.readString(file));
  }

  @Test
  void theNameIsThatOfTheFolderHoweverItIsReached() {
    assertEquals("run", new RunFolder(path.resolve("run/../run/.")).name());
  }

  @Test
  void twoVariantsOfOneIdAreRefused() {
    var raw = Recorded.healthy(1).raw();
    var twice =
        new RawRun(
            raw.format(),
            raw.plan(),
            List.of(raw.variants().getFirst(), raw.variants().getFirst()),
            List.of());
    assertTrue(refusal(twice).endsWith("raw.json: two variants " + Recorded.SEQUENTIAL));
  }

  @Test
  void variantsWithoutForksAreThoseThatAStoppedRunDidNotReach() throws IOException {
    var raw = Recorded.healthy(1).without(Recorded.PIPELINE, 1).raw();
    var folder = new RunFolder(path);
    RunFolder.write(folder.raw(), raw);
    assertFalse(folder.readRaw().forks().isEmpty());
  }

  private String refusal(RawRun raw) {
    var folder = new RunFolder(path);
    var refused =
        assertThrows(
            InputException.class,
            () -> {
              RunFolder.write(folder.raw(), raw);
              folder.readRaw();
            });
    return String.valueOf(refused.getMessage());
  }
}
