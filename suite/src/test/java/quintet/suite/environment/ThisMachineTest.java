package quintet.suite.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The real thing, once: the other tests have machines that are made up. */
final class ThisMachineTest {

  private static final Environment HERE =
      Environment.ofThisMachine(List.of("-Xmx2g", "-XX:+UseParallelGC"), Path.of(".."));

  @Test
  void whatEveryMachineHasIsFound() {
    assertFalse(HERE.cpu().model().isBlank());
    assertFalse(HERE.os().name().isBlank());
    assertFalse(HERE.os().kernel().isBlank());
    assertTrue(HERE.cpu().packages() >= 1);
    assertTrue(HERE.cpu().physicalCores() >= 1);
    assertTrue(HERE.cpu().logicalProcessors() >= HERE.cpu().physicalCores());
    assertTrue(HERE.limits().availableProcessors() >= 1);
    assertTrue(HERE.memoryBytes() >= Runtime.getRuntime().totalMemory());
    assertEquals("Parallel", HERE.jvm().collector());
    assertEquals(System.getProperty("java.vm.version"), HERE.jvm().version());
  }

  @Test
  void jsonKeepsAll() throws Exception {
    var json = new ObjectMapper().writeValueAsString(HERE);
    assertEquals(HERE, new ObjectMapper().readValue(json, Environment.class));
  }

  @Test
  void jsonNamesNeitherPersonNorMachine() {
    var words = new HashSet<String>();
    addWords(new ObjectMapper().valueToTree(HERE), words);
    for (var name : List.of(System.getProperty("user.name"), hostName())) {
      assertFalse(words.contains(name), name);
    }
    assertTrue(words.stream().noneMatch(word -> word.contains(System.getProperty("user.home"))));
  }

  @Test
  void theLoadIsBetweenNothingAndAll() throws Exception {
    var meter = LoadMeter.ofThisMachine();
    var load = new ObjectMapper().valueToTree(meter.sinceLastSample());
    assertNotNull(load.get("periodMillis"));
    for (var part : List.of("busyPercent", "stealPercent", "othersPercent")) {
      double percent = load.path(part).asDouble(0);
      assertTrue(percent >= 0 && percent <= 100, part + " " + percent);
    }
  }

  private static void addWords(JsonNode node, Set<String> words) {
    node.forEach(child -> addWords(child, words));
    if (node.isTextual()) {
      words.addAll(List.of(node.textValue().split("[\\s/\\\\,;=:]+")));
      words.add(node.textValue());
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
