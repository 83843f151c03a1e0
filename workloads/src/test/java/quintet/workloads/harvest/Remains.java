package quintet.workloads.harvest;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a run may have left behind in this process: threads and sockets. */
final class Remains {

  private static final Pattern OF_A_RUN =
      Pattern.compile(
          "\"(quintet-(sequential|threadpool|pipeline|async|locks)-[^\"]*|HttpClient-[^\"]*)\"");

  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  private Remains() {}

  /** The threads of models and of HTTP clients; virtual ones are only in a dump. */
  static List<String> threads() {
    try {
      var folder = Files.createTempDirectory("dump");
      var file = folder.resolve("threads.json");
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(file.toString(), ThreadDumpFormat.JSON);
      var found = OF_A_RUN.matcher(Files.readString(file)).results().map(MatchResult::group);
      var threads = found.toList();
      Files.delete(file);
      Files.delete(folder);
      return threads;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
