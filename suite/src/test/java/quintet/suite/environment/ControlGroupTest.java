package quintet.suite.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ControlGroupTest {

  private FakeSystem system;

  @BeforeEach
  void makeSystem(@TempDir Path root) {
    system = new FakeSystem(root);
  }

  @Test
  void withoutControlGroupsThereIsNoLimit() {
    assertEquals(Optional.empty(), system.group().cpuQuotaCores());
    assertEquals(Optional.empty(), system.group().memoryLimitBytes());
  }

  @Test
  void aContainersLimitsAreRead() throws IOException {
    system
        .with("proc/self/cgroup", "0::/")
        .with("sys/fs/cgroup/cpu.max", "150000 100000")
        .with("sys/fs/cgroup/memory.max", "536870912");
    assertEquals(Optional.of(1.5), system.group().cpuQuotaCores());
    assertEquals(Optional.of(512L << 20), system.group().memoryLimitBytes());
  }

  @Test
  void maxIsNoLimit() throws IOException {
    system
        .with("proc/self/cgroup", "0::/")
        .with("sys/fs/cgroup/cpu.max", "max 100000")
        .with("sys/fs/cgroup/memory.max", "max");
    assertEquals(Optional.empty(), system.group().cpuQuotaCores());
    assertEquals(Optional.empty(), system.group().memoryLimitBytes());
  }

  @Test
  void theTighterLimitOfAnOuterGroupHolds() throws IOException {
    system
        .with("proc/self/cgroup", "0::/outer/inner")
        .with("sys/fs/cgroup/outer/cpu.max", "100000 100000")
        .with("sys/fs/cgroup/outer/inner/cpu.max", "400000 100000");
    assertEquals(Optional.of(1.0), system.group().cpuQuotaCores());
  }

  @Test
  void aGroupThatIsSeenOnlyFromOutsideIsPassedOver() throws IOException {
    system
        .with("proc/self/cgroup", "0::/docker/0123456789ab")
        .with("sys/fs/cgroup/memory.max", "1048576");
    assertEquals(Optional.of(1L << 20), system.group().memoryLimitBytes());
  }

  @Test
  void theFirstVersionsLimitsAreRead() throws IOException {
    system
        .with("proc/self/cgroup", "4:memory:/jobs\n2:cpu,cpuacct:/jobs\n0::/")
        .with("sys/fs/cgroup/cpu/jobs/cpu.cfs_quota_us", "50000")
        .with("sys/fs/cgroup/cpu/jobs/cpu.cfs_period_us", "100000")
        .with("sys/fs/cgroup/memory/jobs/memory.limit_in_bytes", "1073741824");
    assertEquals(Optional.of(0.5), system.group().cpuQuotaCores());
    assertEquals(Optional.of(1L << 30), system.group().memoryLimitBytes());
  }

  @Test
  void theFirstVersionsWordsForNoLimitAreKnown() throws IOException {
    system
        .with("proc/self/cgroup", "4:memory:/\n2:cpu:/")
        .with("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1")
        .with("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000")
        .with("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712");
    assertEquals(Optional.empty(), system.group().cpuQuotaCores());
    assertEquals(Optional.empty(), system.group().memoryLimitBytes());
  }
}
