package quintet.suite.bench.harvest.csv;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is timed is right: every way into a file writes each row once, and whole. */
@Timeout(60)
final class CsvAnswersTest {

  /** Not a whole number of blocks for any thread. */
  private static final int ROWS = 5_003;

  @TempDir Path folder;

  @AutoClose private final ExecutorService pool = Executors.newFixedThreadPool(CsvLessons.THREADS);

  @ParameterizedTest
  @EnumSource
  void everyFormWritesEachRowOnceAndWhole(CsvForm form) throws Exception {
    form.write(folder, pool, CsvLessons.THREADS, ROWS);
    RowText.check(files(), ROWS);
  }

  @ParameterizedTest
  @EnumSource
  void everyFormWritesOverWhatItWroteBefore(CsvForm form) throws Exception {
    form.write(folder, pool, CsvLessons.THREADS, ROWS);
    form.write(folder, pool, CsvLessons.THREADS, ROWS);
    RowText.check(files(), ROWS);
  }

  @Test
  void aRowTooFewIsNotTimed() throws Exception {
    CsvForm.ONE_THREAD.write(folder, pool, 1, ROWS);
    assertThrows(IllegalStateException.class, () -> RowText.check(files(), ROWS + 1));
  }

  @Test
  void aTornRowIsNotTimed() throws Exception {
    CsvForm.ONE_THREAD.write(folder, pool, 1, ROWS);
    var file = files().getFirst();
    assertDoesNotThrow(() -> RowText.check(files(), ROWS));
    Files.writeString(file, Files.readString(file).replaceFirst("items/7,", "items/8,"));
    assertThrows(IllegalStateException.class, () -> RowText.check(files(), ROWS));
  }

  private List<Path> files() throws Exception {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
