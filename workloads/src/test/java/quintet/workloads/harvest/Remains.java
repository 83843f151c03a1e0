package quintet.workloads.harvest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import quintet.workloads.testing.LiveThreads;

/** What a run may have left behind in this process: threads and sockets. */
final class Remains {

  private static final Pattern OF_A_RUN =
      Pattern.compile(
          "\"(quintet-(sequential|threadpool|pipeline|async|locks)-[^\"]*|HttpClient-[^\"]*)\"");

  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  private Remains() {}

  /** The threads of models and of HTTP clients. */
  static List<String> threads() {
    return LiveThreads.named(OF_A_RUN);
  }

  /** How many sockets are open; always 0 where the system does not tell. */
  static long sockets() {
    if (!Files.isDirectory(OPEN_FILES)) {
      return 0;
    }
    try (var open = Files.list(OPEN_FILES)) {
      return open.filter(Remains::isSocket).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSocket(Path open) {
    try {
      return Files.readSymbolicLink(open).toString().startsWith("socket:");
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }
}
