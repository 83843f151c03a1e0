package quintet.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import quintet.workloads.catalog.data.CatalogGenerator;

/** Memory is bounded by the window, not by the input: a small heap is enough for a large file. */
final class BoundedMemoryTest {

  private static final long MEGABYTE = 1_000_000;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void everyModelReadsAFileSeveralTimesItsHeap(@TempDir Path dir) throws Exception {
    assertEquals(0, runAllModels("-Xmx48m", file(dir, 200 * MEGABYTE), dir));
  }

  @Test
  @Tag("nightly")
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void everyModelReadsTwoGigabytesInAQuarterOfOne(@TempDir Path dir) throws Exception {
    assertEquals(0, runAllModels("-Xmx256m", file(dir, 2_000 * MEGABYTE), dir));
  }

  private static int runAllModels(String heap, Path file, Path dir)
      throws IOException, InterruptedException {
    return new ProcessBuilder(
            ChildJava.command(
                List.of(heap),
                Quintet.class,
                "run",
                "catalog",
                file.toString(),
                "--rounds=1",
                "--warm-up=0"))
        .redirectErrorStream(true)
        .redirectOutput(dir.resolve("output.txt").toFile())
        .start()
        .waitFor();
  }

  /** The same catalogue over and over: what is in it does not matter here. */
  private static Path file(Path dir, long bytes) throws IOException {
    var once = new ByteArrayOutputStream();
    new CatalogGenerator(10_000, 1, 20, 0).write(once, _ -> {});
    var file = dir.resolve("large.mrc");
    try (var out = Files.newOutputStream(file)) {
      for (long written = 0; written < bytes; written += once.size()) {
        once.writeTo(out);
      }
    }
    return file;
  }
}
