package quintet.suite.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oshi.hardware.CentralProcessor;
import oshi.nativefree.SystemInfo;
import oshi.spi.SystemInfoFactory;
import oshi.spi.SystemInfoProvider;
import quintet.suite.cli.Version;

/**
 * Finds out what the environment is. The library <a href="https://github.com/oshi/oshi">OSHI</a>
 * asks the system.
 */
record Probe(SystemInfoProvider system, SystemFiles files) {

  private static final String UNKNOWN = "unknown";

  static Probe ofThisMachine() {
    return new Probe(thisSystem(), SystemFiles.ofThisMachine());
  }

  /**
   * On Linux the kernel's files are enough. Elsewhere, native code is loaded; on Linux too it would
   * take longer, warn without {@code --enable-native-access}, and fail where the C library is not
   * the usual one.
   */
  static SystemInfoProvider thisSystem() {
    SystemInfoProvider plain = new SystemInfo();
    return plain.isAvailable() ? plain : SystemInfoFactory.create();
  }

  Environment environment(List<String> flags, Path home) {
    var group = new ControlGroup(files);
    var all = Flags.all(flags, System.getenv());
    return new Environment(
        cpu(system.getHardware().getProcessor()),
        new Environment.Limits(
            Runtime.getRuntime().availableProcessors(),
            group.cpuQuotaCores().orElse(null),
            group.memoryLimitBytes().orElse(null)),
        system.getHardware().getMemory().getTotal(),
        files.transparentHugePages().orElse(null),
        new Environment.Os(
            system.getOperatingSystem().getFamily(),
            system.getOperatingSystem().getVersionInfo().getVersion(),
            System.getProperty("os.version"),
            System.getProperty("os.arch")),
        new Environment.Jvm(
            System.getProperty("java.vm.name"),
            System.getProperty("java.vm.version"),
            System.getProperty("java.vm.vendor"),
            all,
            Flags.collector(all)),
        build(home));
  }

  private Cpu cpu(CentralProcessor processor) {
    var identifier = processor.getProcessorIdentifier();
    var design = identifier.getMicroarchitecture();
    return new Cpu(
        identifier.getVendor(),
        identifier.getName().strip(),
        design.equals(UNKNOWN) ? null : design,
        processor.getPhysicalPackageCount(),
        processor.getPhysicalProcessorCount(),
        processor.getLogicalProcessorCount(),
        isVirtual(processor.getFeatureFlags()),
        files.governor().orElse(null),
        files.boost().orElse(null));
  }

  /**
   * Every common hypervisor sets a flag of x86 processors. Without it, and for other processors,
   * nothing is certain unless the flags are those of an x86 on Linux: these all have {@code fpu}.
   */
  static @Nullable Boolean isVirtual(List<String> flags) {
    Set<String> words = new HashSet<>();
    flags.forEach(line -> words.addAll(List.of(line.split("[\\s:]+"))));
    if (words.contains("hypervisor")) {
      return true;
    }
    return words.contains("fpu") ? false : null;
  }

  private static Environment.Build build(Path home) {
    var revision = Revision.of(home);
    return new Environment.Build(
        version(),
        revision.map(Revision::commit).orElse(null),
        revision.map(Revision::modified).orElse(null));
  }

  private static String version() {
    try {
      return new Version().getVersion()[0].replace("quintet ", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
