package quintet.suite.environment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a result depends on, and what stays the same during a run. An immutable value; Jackson
 * writes and reads it. What cannot be found out is null, and absent in JSON. It names no machine
 * and no person: no host, user, path, serial number or address. See {@link MachineLoad} for what
 * changes during a run.
 *
 * @param memoryBytes of the machine
 * @param transparentHugePages whether the kernel gives large pages unasked: {@code always}, {@code
 *     madvise} or {@code never}
 * @param jvm of the measured forks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Environment(
    Cpu cpu,
    Limits limits,
    long memoryBytes,
    @Nullable String transparentHugePages,
    Os os,
    Jvm jvm,
    Build build) {

  private static final double GIBIBYTE = 1 << 30;

  /** What makes figures of two runs differ though the program is the same. */
  private static final List<Aspect> ASPECTS =
      List.of(
          new Aspect("CPU", it -> it.cpu().model()),
          new Aspect("physical cores", it -> it.cpu().physicalCores()),
          new Aspect("logical processors", it -> it.cpu().logicalProcessors()),
          new Aspect("CPU packages", it -> it.cpu().packages()),
          new Aspect("processors for the JVM", it -> it.limits().availableProcessors()),
          new Aspect("CPU quota in cores", it -> it.limits().cpuQuotaCores()),
          new Aspect("memory", it -> gibibytes(it.memoryBytes())),
          new Aspect("memory limit", it -> gibibytes(it.limits().memoryLimitBytes())),
          new Aspect("frequency governor", it -> it.cpu().governor()),
          new Aspect("boost", it -> it.cpu().boost()),
          new Aspect("transparent huge pages", it -> it.transparentHugePages()),
          new Aspect("system", it -> it.os().name()),
          new Aspect("kernel", it -> it.os().kernel()),
          new Aspect("architecture", it -> it.os().architecture()),
          new Aspect("JVM", it -> it.jvm().name() + " of " + it.jvm().vendor()),
          new Aspect("JVM version", it -> it.jvm().version()),
          new Aspect("JVM flags", it -> String.join(" ", it.jvm().flags())),
          new Aspect("garbage collector", it -> it.jvm().collector()));

  /**
   * What bounds this process.
   *
   * @param availableProcessors as the virtual machine counts them: it heeds affinity and quota
   * @param cpuQuotaCores how many cores' time the control group may use; null for no limit
   * @param memoryLimitBytes of the control group; null for no limit
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Limits(
      int availableProcessors, @Nullable Double cpuQuotaCores, @Nullable Long memoryLimitBytes) {}

  /**
   * The operating system.
   *
   * @param name the family or distribution, without a version
   * @param version null where it has none, as where a distribution rolls on
   * @param kernel its release
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Os(String name, @Nullable String version, String kernel, String architecture) {}

  /**
   * The virtual machine that is measured.
   *
   * @param flags all that it is given, whichever way, but for those that name a path
   * @param collector the garbage collector, or that the virtual machine picks it by itself
   */
  public record Jvm(
      String name, String version, String vendor, List<String> flags, String collector) {

    public Jvm {
      flags = List.copyOf(flags);
    }
  }

  /**
   * The program.
   *
   * @param commit null where git does not know
   * @param modified whether the source differs from the commit; null where git does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Build(String quintetVersion, @Nullable String commit, @Nullable Boolean modified) {}

  private record Aspect(String name, Function<Environment, @Nullable Object> value) {}

  /**
   * Of this machine and this Java. Takes a fraction of a second: the library loads native code, and
   * git is asked.
   *
   * @param flags the measured forks get from their parent
   * @param home the project's folder
   */
  public static Environment ofThisMachine(List<String> flags, Path home) {
    return Probe.ofThisMachine().environment(flags, home);
  }

  /**
   * What differs in the other environment, a sentence each, as far as it forbids to compare figures
   * of the two. Load, commit and Quintet's version are left out: those may differ.
   */
  public List<String> differences(Environment other) {
    return ASPECTS.stream()
        .filter(it -> !Objects.equals(it.value().apply(this), it.value().apply(other)))
        .map(it -> sentence(it, other))
        .toList();
  }

  /**
   * The cores that a run can have at most: those of the machine, or fewer if affinity or a quota
   * says so. Hardware threads do not count.
   */
  public int usableCores() {
    return Math.min(cpu.physicalCores(), limits.availableProcessors());
  }

  /** The kind of machine, fit for a file's name: {@code amd-epyc-2-cores}. */
  public String shortName() {
    return ShortName.of(cpu);
  }

  private String sentence(Aspect aspect, Environment other) {
    return "%s: %s here, %s there."
        .formatted(
            aspect.name(),
            inWords(aspect.value().apply(this)),
            inWords(aspect.value().apply(other)));
  }

  private static String inWords(@Nullable Object value) {
    return value == null || value.equals("") ? "none" : value.toString();
  }

  /** In whole ones: a kernel keeps a little for itself, more or less. */
  private static @Nullable String gibibytes(@Nullable Long bytes) {
    return bytes == null ? null : String.format(Locale.ROOT, "%.0f GiB", bytes / GIBIBYTE);
  }
}
