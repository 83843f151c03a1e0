package quintet.suite.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quintet.suite.environment.Environment.Build;
import quintet.suite.environment.Environment.Jvm;
import quintet.suite.environment.Environment.Limits;
import quintet.suite.environment.Environment.Os;

final class EnvironmentTest {

  private static final Cpu EPYC = cpu("AuthenticAMD", "AMD EPYC", 2, 2);
  private static final Cpu XEON = cpu("GenuineIntel", "Intel(R) Xeon(R) CPU @ 2.20GHz", 2, 4);
  private static final Build BUILD = new Build("0.1.0", "c0ffee", false);
  private static final Environment HERE = environment(EPYC, 8L << 30, "25+36", BUILD);

  @Test
  void theSameEnvironmentDiffersInNothing() {
    assertEquals(List.of(), HERE.differences(environment(EPYC, 8L << 30, "25+36", BUILD)));
  }

  @Test
  void anotherMachineDiffersInAllThatMatters() {
    var there = environment(XEON, 16L << 30, "25+36", BUILD);
    assertEquals(
        List.of(
            "CPU: AMD EPYC here, Intel(R) Xeon(R) CPU @ 2.20GHz there.",
            "logical processors: 2 here, 4 there.",
            "memory: 8 GiB here, 16 GiB there."),
        HERE.differences(there));
  }

  @Test
  void anotherJvmDiffers() {
    var there = environment(EPYC, 8L << 30, "26+1", BUILD);
    assertEquals(List.of("JVM version: 25+36 here, 26+1 there."), HERE.differences(there));
  }

  @Test
  void aLimitDiffersFromNone() {
    var limits = new Limits(2, 1.5, null);
    var there =
        new Environment(EPYC, limits, 8L << 30, "madvise", HERE.os(), HERE.jvm(), HERE.build());
    assertEquals(List.of("CPU quota in cores: none here, 1.5 there."), HERE.differences(there));
  }

  @Test
  void otherFlagsAndCollectorsDiffer() {
    var jvm = new Jvm("VM", "25+36", "Vendor", List.of("-XX:+UseSerialGC"), "Serial");
    var there =
        new Environment(EPYC, HERE.limits(), 8L << 30, "madvise", HERE.os(), jvm, HERE.build());
    assertEquals(
        List.of(
            "JVM flags: -Xmx2g -XX:+UseParallelGC here, -XX:+UseSerialGC there.",
            "garbage collector: Parallel here, Serial there."),
        HERE.differences(there));
  }

  @Test
  void anotherCommitOrVersionMayBeCompared() {
    var there = environment(EPYC, 8L << 30, "25+36", new Build("0.2.0", null, null));
    assertEquals(List.of(), HERE.differences(there));
  }

  @Test
  void aFewPagesOfMemoryDoNotMatter() {
    var there = environment(EPYC, (8L << 30) - (64 << 20), "25+36", BUILD);
    assertEquals(List.of(), HERE.differences(there));
  }

  @Test
  void whatIsNotKnownIsAbsentInJson() throws Exception {
    var json = new ObjectMapper().writeValueAsString(HERE);
    assertFalse(json.contains("null"), json);
    assertEquals(HERE, new ObjectMapper().readValue(json, Environment.class));
  }

  @ParameterizedTest
  @CsvSource({
    "AuthenticAMD, AMD EPYC, 2, 2, amd-epyc-2-cores",
    "AuthenticAMD, AMD EPYC 7R13 48-Core Processor, 48, 96, amd-epyc-48-cores-96-threads",
    "AuthenticAMD, AMD Ryzen 9 5950X 16-Core Processor, 16, 32, amd-ryzen-16-cores-32-threads",
    "GenuineIntel, Intel(R) Xeon(R) Platinum 8481C CPU @ 2.70GHz, 1, 2, intel-xeon-1-core-2-threads",
    "GenuineIntel, 12th Gen Intel(R) Core(TM) i7-1260P, 12, 16, intel-i7-12-cores-16-threads",
    "Apple Inc., Apple M2 Pro, 10, 10, apple-m2-10-cores",
    "GenuineIntel, QEMU Virtual CPU version 2.5+, 4, 4, qemu-version-4-cores",
    "ARM, unknown, 8, 8, arm-8-cores",
    "'', '', 1, 1, 1-core"
  })
  void theShortNameHasTheFamilyAndTheCores(
      String vendor, String model, int physical, int logical, String name) {
    assertEquals(name, ShortName.of(cpu(vendor, model, physical, logical)));
  }

  private static Cpu cpu(String vendor, String model, int physical, int logical) {
    return new Cpu(vendor, model, null, 1, physical, logical, null, null, null);
  }

  private static Environment environment(Cpu cpu, long memoryBytes, String jvm, Build build) {
    return new Environment(
        cpu,
        new Limits(2, null, null),
        memoryBytes,
        "madvise",
        new Os("Linux", null, "6.18", "amd64"),
        new Jvm("VM", jvm, "Vendor", List.of("-Xmx2g", "-XX:+UseParallelGC"), "Parallel"),
        build);
  }
}
