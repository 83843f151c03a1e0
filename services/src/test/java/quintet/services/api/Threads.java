package quintet.services.api;

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

/**
 * The threads of this process that are a server's: also the virtual ones, which only a dump has.
 */
final class Threads {

  private static final Pattern OF_A_SERVER =
      Pattern.compile("\"(quintet-api-\\d+|HTTP-Dispatcher|idle-timeout-task)\"");

  private Threads() {}

  static List<String> ofServers(Path folder) {
    try {
      var file = Files.createTempDirectory(folder, "dump").resolve("threads.json");
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(file.toString(), ThreadDumpFormat.JSON);
      return OF_A_SERVER.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
