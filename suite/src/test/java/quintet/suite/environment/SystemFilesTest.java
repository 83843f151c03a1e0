package quintet.suite.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SystemFilesTest {

  private FakeSystem system;

  @BeforeEach
  void makeSystem(@TempDir Path root) {
    system = new FakeSystem(root);
  }

  @Test
  void whatTheKernelDoesNotTellIsEmpty() {
    assertEquals(Optional.empty(), system.files().governor());
    assertEquals(Optional.empty(), system.files().boost());
    assertEquals(Optional.empty(), system.files().transparentHugePages());
    assertEquals(Optional.empty(), system.files().ownCpuMillis());
  }

  @Test
  void governorsThatDifferAreAllNamed() throws IOException {
    system
        .with("sys/devices/system/cpu/cpufreq/policy0/scaling_governor", "performance")
        .with("sys/devices/system/cpu/cpufreq/policy1/scaling_governor", "powersave")
        .with("sys/devices/system/cpu/cpufreq/policy2/scaling_governor", "performance");
    assertEquals(Optional.of("performance, powersave"), system.files().governor());
  }

  @Test
  void boostIsReadWhereTheDriverHasIt() throws IOException {
    system.with("sys/devices/system/cpu/cpufreq/boost", "1");
    assertEquals(Optional.of(true), system.files().boost());
  }

  @Test
  void intelsDriverSaysTheOpposite() throws IOException {
    system.with("sys/devices/system/cpu/intel_pstate/no_turbo", "1");
    assertEquals(Optional.of(false), system.files().boost());
  }

  @Test
  void theChosenSettingIsInBrackets() throws IOException {
    system.with("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never");
    assertEquals(Optional.of("madvise"), system.files().transparentHugePages());
  }

  @Test
  void ownTimeIsThatOfTheProcessAndItsEndedChildren() throws IOException {
    system.with(
        "proc/self/stat", "42 (a (name) 1) S 1 42 42 0 -1 4194304 9 9 0 0 1 20 300 4000 20 0 1 0");
    assertEquals(Optional.of(43_210L), system.files().ownCpuMillis());
  }
}
