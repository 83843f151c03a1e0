package quintet.suite.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogDataCommandTest {

  @TempDir private Path home;

  private Session make(String name, Object... more) {
    var arguments = new Object[6 + more.length];
    System.arraycopy(
        new Object[] {"data", "catalog", "--records", 100, "--out", home.resolve(name)},
        0,
        arguments,
        0,
        6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    return Session.of(home, arguments);
  }

  @Test
  void theSameSeedMakesTheSameFile() throws IOException {
    assertEquals(0, make("a.mrc", "--seed", 7).exitCode());
    assertEquals(0, make("b.mrc", "--seed", 7).exitCode());
    assertArrayEquals(
        Files.readAllBytes(home.resolve("a.mrc")), Files.readAllBytes(home.resolve("b.mrc")));
  }

  @Test
  void aNameInGzIsCompressed() throws IOException {
    assertEquals(0, make("a.mrc").exitCode());
    assertEquals(0, make("a.mrc.gz").exitCode());
    try (var in = new GZIPInputStream(Files.newInputStream(home.resolve("a.mrc.gz")))) {
      assertArrayEquals(Files.readAllBytes(home.resolve("a.mrc")), in.readAllBytes());
    }
  }

  @Test
  void whatIsThereIsReplacedByForceOnly() throws IOException {
    var file = Files.writeString(home.resolve("a.mrc"), "precious");
    var session = make("a.mrc");
    assertEquals(2, session.exitCode());
    assertTrue(session.err().contains("--force"), session.err());
    assertEquals("precious", Files.readString(file));
    assertEquals(0, make("a.mrc", "--force").exitCode());
    assertTrue(Files.size(file) > 10_000);
  }

  @Test
  void aFolderThatIsNotThereIsBadInput() {
    var session = make("nowhere/a.mrc");
    assertEquals(2, session.exitCode());
    assertTrue(session.err().contains("no such folder"), session.err());
  }

  @Test
  void percentagesAreChecked() {
    assertEquals(2, make("a.mrc", "--broken", 101).exitCode());
    assertEquals(2, make("a.mrc", "--marc8", -1).exitCode());
  }

  @Test
  void anInterruptLeavesNothingHalf() throws IOException {
    Thread.currentThread().interrupt();
    var session = make("a.mrc");
    Thread.interrupted();
    assertEquals(130, session.exitCode(), session.err());
    try (var files = Files.list(home)) {
      assertEquals(0, files.count());
    }
  }
}
