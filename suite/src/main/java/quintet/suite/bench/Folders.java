package quintet.suite.bench;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import quintet.suite.InputException;
import quintet.suite.results.RunFolder;

/** Makes the folders of the runs: {@code results/TIME-MACHINE}. Two runs at once have two. */
record Folders(Path results) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /**
   * A new folder.
   *
   * @param wanted that one, if it is not null; it must be empty, or not be there
   * @param machine the kind of machine
   */
  RunFolder make(@Nullable Path wanted, String machine) throws IOException {
    if (wanted != null) {
      return new RunFolder(empty(wanted));
    }
    if (Files.exists(results) && !Files.isDirectory(results)) {
      throw new InputException(results + ": no folder");
    }
    Files.createDirectories(results);
    var name = ZonedDateTime.now(ZoneId.systemDefault()).format(TIME) + "-" + machine;
    var path = results.resolve(name);
    for (int other = 2; ; other++) {
      try {
        return new RunFolder(Files.createDirectory(path));
      } catch (FileAlreadyExistsException begunInTheSameSecond) {
        path = results.resolve(name + "-" + other);
      }
    }
  }

  private static Path empty(Path wanted) throws IOException {
    if (Files.exists(wanted)) {
      if (!Files.isDirectory(wanted)) {
        throw new InputException("--out " + wanted + ": no folder");
      }
      try (var files = Files.list(wanted)) {
        if (files.findAny().isPresent()) {
          throw new InputException("--out " + wanted + ": not empty; --resume goes on with a run");
        }
      }
    }
    return Files.createDirectories(wanted);
  }
}
