package quintet.suite.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code quintet doctor}: what this machine has, as far as results depend on it. */
@Command(name = "doctor", description = "Show what this machine has: JDK, cores, memory, build.")
public final class DoctorCommand implements Callable<Integer> {

  private static final double MEBIBYTE = 1 << 20;

  private final Terminal terminal;
  private final Path home;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public DoctorCommand(Terminal terminal, Path home) {
    this.terminal = terminal;
    this.home = home;
  }

  @Override
  public Integer call() throws IOException {
    var findings = findings();
    if (json) {
      terminal.out().println(Json.of(findings));
    } else {
      lines(findings).forEach(terminal.out()::println);
      if (findings.cores() < 2) {
        terminal.out().println("With one core no model can be faster than sequential.");
      }
    }
    return 0;
  }

  private Findings findings() throws IOException {
    var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Findings(
        Version.number(),
        Runtime.version().toString(),
        System.getProperty("java.vendor"),
        System.getProperty("java.home"),
        Runtime.getRuntime().availableProcessors(),
        machine.getTotalMemorySize(),
        Runtime.getRuntime().maxMemory(),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        home.toAbsolutePath().normalize().toString(),
        System.getProperty("quintet.launched") != null,
        dataBytes(home.resolve(".quintet").resolve("data")));
  }

  private static long dataBytes(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    long bytes = 0;
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private static List<String> lines(Findings found) {
    return List.of(
        "quintet  " + found.quintet() + " in " + found.home(),
        "build    " + (found.launched() ? "up to date" : "not checked: the launcher was not used"),
        "JDK      " + found.jdk() + ", " + found.jdkVendor() + ", " + found.jdkHome(),
        "cores    " + found.cores(),
        "memory   %s, heap up to %s"
            .formatted(mebibytes(found.memoryBytes()), mebibytes(found.maxHeapBytes())),
        "system   " + found.system(),
        "data     " + mebibytes(found.generatedDataBytes()) + " generated");
  }

  private static String mebibytes(long bytes) {
    return String.format(Locale.ROOT, "%,.0f MiB", bytes / MEBIBYTE);
  }

  private record Findings(
      String quintet,
      String jdk,
      String jdkVendor,
      String jdkHome,
      int cores,
      long memoryBytes,
      long maxHeapBytes,
      String system,
      String home,
      boolean launched,
      long generatedDataBytes) {}
}
