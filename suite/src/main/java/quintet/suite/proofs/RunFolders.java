package quintet.suite.proofs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/**
 * The folders of the runs: {@code .quintet/prove/TIME-PID}. Two runs at once have two; the last few
 * are kept, for their logs.
 */
final class RunFolders {

  private static final int KEPT = 3;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private RunFolders() {}

  /** A new folder, after older ones have been deleted. */
  static Path create(Path home) throws IOException {
    var all = Files.createDirectories(home.resolve(".quintet").resolve("prove").toAbsolutePath());
    for (var old : outdated(all)) {
      delete(old);
    }
    var name =
        TIME.format(LocalDateTime.now(ZoneId.systemDefault()))
            + "-"
            + ProcessHandle.current().pid();
    return Files.createDirectory(all.resolve(name));
  }

  private static List<Path> outdated(Path all) throws IOException {
    try (var folders = Files.list(all)) {
      return folders
          .filter(folder -> !isInUse(folder))
          .sorted(Comparator.reverseOrder())
          .skip(KEPT - 1)
          .toList();
    }
  }

  private static boolean isInUse(Path folder) {
    var name = folder.getFileName().toString();
    try {
      long pid = Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
      return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    } catch (NumberFormatException notOurs) {
      return true;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
