package quintet.suite.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FlagsTest {

  @Test
  void whatTheSurroundingsAddIsAmongThem() {
    var variables = Map.of("JAVA_TOOL_OPTIONS", " -Xss1m  -ea", "_JAVA_OPTIONS", "-Xint");
    assertEquals(
        List.of("-Xss1m", "-ea", "-Xmx2g", "-Xint"), Flags.all(List.of("-Xmx2g"), variables));
  }

  @Test
  void flagsWithPathsAreLeftOut() {
    var given = List.of("-Xmx2g", "-Dcache=/home/somebody/data", "-XX:LogFile=C:\\Users\\x");
    assertEquals(List.of("-Xmx2g"), Flags.all(given, Map.of()));
  }

  @Test
  void theLastCollectorNamedIsTheOne() {
    assertEquals("Serial", Flags.collector(List.of("-XX:+UseG1GC", "-XX:+UseSerialGC", "-ea")));
  }

  @Test
  void withoutACollectorsFlagTheVirtualMachineChooses() {
    assertEquals("the virtual machine's choice", Flags.collector(List.of("-Xmx2g")));
  }
}
