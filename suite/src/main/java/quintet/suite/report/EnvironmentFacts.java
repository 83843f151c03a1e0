package quintet.suite.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.suite.environment.Environment;
import quintet.suite.environment.MachineLoad;
import quintet.suite.results.Circumstances;

/** Where a run was made, for readers; what could not be found out is left out. */
final class EnvironmentFacts {

  private static final double GIBIBYTE = 1 << 30;

  private EnvironmentFacts() {}

  /** All of them, with the load before the run and during it. */
  static List<Fact> of(Circumstances circumstances) {
    var facts = of(circumstances.environment());
    add(facts, "Load before", load(circumstances.loadBefore()));
    add(facts, "Load during the run", load(circumstances.loadAfter()));
    return facts;
  }

  static List<Fact> of(Environment environment) {
    var facts = new ArrayList<Fact>();
    var cpu = environment.cpu();
    var limits = environment.limits();
    add(facts, "CPU", cpu.model());
    add(
        facts,
        "Cores",
        String.format(
            Locale.ROOT,
            "%d physical, %d logical, %d for the JVM",
            cpu.physicalCores(),
            cpu.logicalProcessors(),
            limits.availableProcessors()));
    add(
        facts,
        "CPU quota",
        limits.cpuQuotaCores() == null ? null : limits.cpuQuotaCores() + " cores");
    add(facts, "Governor", cpu.governor());
    add(facts, "Memory", gibibytes(environment.memoryBytes()));
    add(
        facts,
        "Memory limit",
        limits.memoryLimitBytes() == null ? null : gibibytes(limits.memoryLimitBytes()));
    add(facts, "Huge pages", environment.transparentHugePages());
    var os = environment.os();
    add(
        facts,
        "System",
        (os.name() + " " + Objects.requireNonNullElse(os.version(), "")).strip()
            + ", kernel "
            + os.kernel()
            + ", "
            + os.architecture());
    var jvm = environment.jvm();
    add(facts, "JVM", jvm.name() + " " + jvm.version() + ", " + jvm.vendor());
    add(facts, "Flags", String.join(" ", jvm.flags()));
    add(facts, "Collector", jvm.collector());
    var build = environment.build();
    add(facts, "Quintet", build.quintetVersion());
    add(facts, "Commit", commit(build));
    return facts;
  }

  private static @Nullable String load(@Nullable MachineLoad load) {
    if (load == null) {
      return null;
    }
    var parts = new ArrayList<String>();
    percent(parts, load.busyPercent(), "busy");
    percent(parts, load.othersPercent(), "of it other processes");
    percent(parts, load.stealPercent(), "taken by the hypervisor");
    if (load.loadAverage() != null) {
      parts.add("load average " + Numbers.plain(load.loadAverage()));
    }
    return String.join(", ", parts);
  }

  private static void percent(List<String> parts, @Nullable Double percent, String words) {
    if (percent != null) {
      parts.add(String.format(Locale.ROOT, "%.1f %% %s", percent, words));
    }
  }

  private static @Nullable String commit(Environment.Build build) {
    if (build.commit() == null) {
      return null;
    }
    return Boolean.TRUE.equals(build.modified()) ? build.commit() + ", modified" : build.commit();
  }

  private static void add(List<Fact> facts, String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(label, value));
    }
  }

  private static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE);
  }
}
