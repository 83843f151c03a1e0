package quintet.suite.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.suite.InputException;

final class FoldersTest {

  @TempDir private Path home;

  @Test
  void runsOfTheSameSecondHaveAFolderEach() throws IOException {
    var folders = new Folders(home.resolve("results"));
    var names = new HashSet<String>();
    for (int i = 0; i < 20; i++) { // far more than one in each second
      names.add(folders.make(null, "some-cpu").name());
    }
    assertEquals(20, names.size());
  }

  @Test
  void aNameBeginsWithTheTimeAndTellsTheMachine() throws IOException {
    var name = new Folders(home.resolve("results")).make(null, "some-cpu").name();
    assertTrue(name.matches("\\d{8}-\\d{6}-some-cpu"), name);
  }

  @Test
  void aFolderThatIsAskedForMayBeThereIfItIsEmpty() throws IOException {
    var wanted = Files.createDirectory(home.resolve("with a space and ä"));
    assertEquals(wanted, new Folders(home).make(wanted, "some-cpu").path());
  }

  @Test
  void aFolderThatIsAskedForIsMadeWithThoseAboveIt() throws IOException {
    var wanted = home.resolve("deep/er/run");
    assertEquals(wanted, new Folders(home).make(wanted, "some-cpu").path());
    assertTrue(Files.isDirectory(wanted));
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    var file = Files.writeString(home.resolve("mine"), "mine");
    var folders = new Folders(home);
    assertThrows(InputException.class, () -> folders.make(file, "some-cpu"));
  }

  @Test
  void aFolderWithSomethingInItIsLeftAlone() throws IOException {
    Files.writeString(home.resolve("mine"), "mine");
    var folders = new Folders(home.resolve("results"));
    assertThrows(InputException.class, () -> folders.make(home, "some-cpu"));
  }
}
