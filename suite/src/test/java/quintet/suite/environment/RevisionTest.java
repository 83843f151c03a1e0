package quintet.suite.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RevisionTest {

  @TempDir Path folder;

  @Test
  void outsideAWorkingTreeThereIsNone() {
    assertEquals(Optional.empty(), Revision.of(folder));
  }

  @Test
  void aFolderThatIsNotThereHasNone() {
    assertEquals(Optional.empty(), Revision.of(folder.resolve("missing")));
  }

  @Test
  void aCleanTreeIsNotModified() throws Exception {
    commit();
    assertEquals(Optional.of(false), Revision.of(folder).map(Revision::modified));
  }

  @Test
  void aNewFileModifies() throws Exception {
    commit();
    Files.writeString(folder.resolve("new"), "");
    assertEquals(Optional.of(true), Revision.of(folder).map(Revision::modified));
  }

  @Test
  void resultsDoNotModify() throws Exception {
    commit();
    Files.writeString(Files.createDirectory(folder.resolve("results")).resolve("new"), "");
    assertEquals(Optional.of(false), Revision.of(folder).map(Revision::modified));
  }

  @Test
  void theTreeOfSomebodyElseDoesNotCount() throws Exception {
    commit();
    assertEquals(Optional.empty(), Revision.of(Files.createDirectory(folder.resolve("unpacked"))));
  }

  private void commit() throws IOException, InterruptedException {
    assumeTrue(git("init", "--quiet"), "git is there");
    git("-c", "user.name=a", "-c", "user.email=a", "commit", "--quiet", "--allow-empty", "-mA");
  }

  private boolean git(String... arguments) throws InterruptedException {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).directory(folder.toFile()).start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
