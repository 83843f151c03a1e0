package quintet.workloads.testing;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which threads are alive, by their names, from a thread dump: virtual ones are nowhere else. */
public final class LiveThreads {

  private static final Pattern OF_MODELS = Pattern.compile("\"quintet-[^\"]*\"");

  private LiveThreads() {}

  /** The names, in quotes, of the threads of models. */
  public static List<String> ofModels() {
    return named(OF_MODELS);
  }

  /** The names that match, of which the pattern includes the quotes. */
  public static List<String> named(Pattern name) {
    try {
      var folder = Files.createTempDirectory("dump");
      var file = folder.resolve("threads.json");
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(file.toString(), ThreadDumpFormat.JSON);
      var found = name.matcher(Files.readString(file)).results().map(MatchResult::group);
      var threads = found.toList();
      Files.delete(file);
      Files.delete(folder);
      return threads;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
