package quintet.suite.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the Linux kernel tells in {@code /proc} and {@code /sys}, and the library does not hand on.
 * On other systems, and where a file is hidden or missing, there is nothing to tell.
 *
 * @param root the folder that has {@code proc} and {@code sys}
 */
record SystemFiles(Path root) {

  private static final String CPU = "sys/devices/system/cpu/";
  private static final Pattern CHOSEN = Pattern.compile("\\[(\\w+)]");

  /** Fields of {@code /proc/self/stat} after the program's name: utime, stime, cutime, cstime. */
  private static final int FIRST_TIME = 11;

  private static final int TIMES = 4;

  /** The kernel counts in hundredths of a second there, whatever its own clock does. */
  private static final long TICK_MILLIS = 10;

  static SystemFiles ofThisMachine() {
    return new SystemFiles(Path.of("/"));
  }

  Optional<String> text(String path) {
    try {
      return Optional.of(Files.readString(root.resolve(path)).strip());
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** How the processor's frequency is chosen; several if cores differ. */
  Optional<String> governor() {
    try (var policies = Files.newDirectoryStream(root.resolve(CPU + "cpufreq"), "policy*")) {
      var governors = new TreeSet<String>();
      for (var policy : policies) {
        text(root.relativize(policy.resolve("scaling_governor")).toString())
            .ifPresent(governors::add);
      }
      return governors.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", governors));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** Whether a core may run faster than its nominal frequency when others rest. */
  Optional<Boolean> boost() {
    return text(CPU + "cpufreq/boost")
        .map("1"::equals)
        .or(() -> text(CPU + "intel_pstate/no_turbo").map("0"::equals));
  }

  /** {@code always}, {@code madvise} or {@code never}. */
  Optional<String> transparentHugePages() {
    return text("sys/kernel/mm/transparent_hugepage/enabled")
        .map(CHOSEN::matcher)
        .filter(Matcher::find)
        .map(chosen -> chosen.group(1));
  }

  /**
   * The CPU time of this process and of its children that have ended, in milliseconds. Children
   * still at work are not in it.
   */
  Optional<Long> ownCpuMillis() {
    return text("proc/self/stat")
        .map(stat -> List.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ")))
        .filter(fields -> fields.size() >= FIRST_TIME + TIMES)
        .map(
            fields ->
                fields.subList(FIRST_TIME, FIRST_TIME + TIMES).stream()
                    .collect(Collectors.summingLong(Long::parseLong)))
        .map(ticks -> ticks * TICK_MILLIS);
  }
}
