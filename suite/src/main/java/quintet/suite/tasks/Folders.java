package quintet.suite.tasks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Temporary folders that hold files and no folders. */
final class Folders {

  private Folders() {}

  static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
