package quintet.suite.environment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The limits that a container or a service manager sets on this process, in either version of
 * Linux's control groups. A group's limit holds for the groups in it, so the least one counts. (In
 * a container, {@code /proc} may name a group that is visible only from outside: what is missing is
 * passed over on the way up to the mount.)
 */
record ControlGroup(SystemFiles files) {

  private static final String MOUNT = "sys/fs/cgroup";

  private static final Pattern QUOTA_AND_PERIOD = Pattern.compile("(\\d+) (\\d+)");

  /**
   * Version 2 writes "max" for no limit; version 1 a number of pages that has 19 digits in bytes.
   */
  private static final Pattern BYTES = Pattern.compile("\\d{1,18}");

  /** How many cores' time the group may use; empty if there is no limit. */
  Optional<Double> cpuQuotaCores() {
    var quotas = new ArrayList<Double>();
    for (var folder : folders("")) {
      files.text(folder + "/cpu.max").map(ControlGroup::quota).ifPresent(quotas::add);
    }
    for (var folder : folders("cpu")) {
      var quota = files.text(folder + "/cpu.cfs_quota_us");
      var period = files.text(folder + "/cpu.cfs_period_us");
      if (quota.isPresent() && period.isPresent()) {
        quotas.add(quota(quota.get() + " " + period.get()));
      }
    }
    return quotas.stream().filter(Double::isFinite).min(Double::compare);
  }

  /** How much memory the group may use, its page cache included; empty if there is no limit. */
  Optional<Long> memoryLimitBytes() {
    var limits = new ArrayList<Long>();
    for (var folder : folders("")) {
      files.text(folder + "/memory.max").map(ControlGroup::bytes).ifPresent(limits::add);
    }
    for (var folder : folders("memory")) {
      files.text(folder + "/memory.limit_in_bytes").map(ControlGroup::bytes).ifPresent(limits::add);
    }
    return limits.stream().filter(limit -> limit < Long.MAX_VALUE).min(Long::compare);
  }

  /** Both in microseconds; "max" and -1 stand for no limit. */
  private static double quota(String quotaAndPeriod) {
    var numbers = QUOTA_AND_PERIOD.matcher(quotaAndPeriod);
    return numbers.matches()
        ? Double.parseDouble(numbers.group(1)) / Double.parseDouble(numbers.group(2))
        : Double.POSITIVE_INFINITY;
  }

  private static long bytes(String text) {
    return BYTES.matcher(text).matches() ? Long.parseLong(text) : Long.MAX_VALUE;
  }

  /** From this process's group up to the mount; none if the controller is not there. */
  private List<String> folders(String controller) {
    var mount = controller.isEmpty() ? MOUNT : MOUNT + "/" + controller;
    var folders = new ArrayList<String>();
    var group = files.text("proc/self/cgroup").map(groups -> path(groups, controller)).orElse(null);
    for (var at = group; at != null && at.getNameCount() > 0; at = at.getParent()) {
      folders.add(mount + at.toString().replace('\\', '/'));
    }
    folders.add(mount);
    return folders;
  }

  /** A line is {@code number:controller,controller:/path}; version 2 has no number but 0. */
  private static @Nullable Path path(String groups, String controller) {
    return groups
        .lines()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3 && List.of(parts[1].split(",")).contains(controller))
        .map(parts -> Path.of(parts[2]).normalize())
        .findFirst()
        .orElse(null);
  }
}
