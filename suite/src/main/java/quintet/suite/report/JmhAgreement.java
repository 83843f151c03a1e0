package quintet.suite.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quintet.suite.results.Fork;
import quintet.suite.results.RunFolder;
import quintet.suite.results.Variant;

/** Whether the raw data says what JMH itself said of each fork. */
final class JmhAgreement {

  private static final double NANOS_A_MILLI = 1e6;

  /** Of what is computed from two of JMH's numbers. */
  private static final double TOLERANCE = 1e-9;

  private JmhAgreement() {}

  /** The load of the machine and the latencies have no second witness: JMH knows neither. */
  static void check(RunFolder folder, List<String> checked, List<String> differences)
      throws IOException {
    var jmh = RunFolder.read(folder.jmhJson(), JsonNode.class);
    var raw = folder.readRaw();
    checked.add("the forks of jmh.json");
    if (jmh.size() != raw.forks().size()) {
      differences.add("jmh.json has " + jmh.size() + " forks, raw.json has " + raw.forks().size());
      return;
    }
    var variants = new HashMap<String, Variant>();
    raw.variants().forEach(variant -> variants.put(variant.id(), variant));
    for (int i = 0; i < raw.forks().size(); i++) {
      var fork = raw.forks().get(i);
      var variant = variants.get(fork.variant());
      if (variant == null || !agrees(fork, variant, jmh.get(i))) {
        differences.add(
            "raw.json, round " + fork.round() + ", " + fork.variant() + ": JMH said otherwise");
      }
    }
  }

  private static boolean agrees(Fork fork, Variant variant, JsonNode said) {
    var secondary = said.path("secondaryMetrics");
    var operations = iterations(said.path("primaryMetric"));
    var counted = iterations(secondary.path(variant.unit()));
    var rates = counted.isEmpty() ? operations : counted;
    return said.path("benchmark").asText().equals(variant.benchmark())
        && parameters(said).equals(variant.parameters())
        && rates.equals(fork.rates())
        && agrees(fork.allocatedBytes(), secondary.path("gc.alloc.rate.norm"), 1, operations, rates)
        && agrees(
            fork.cpuNanos(), secondary.path("cpu.time.norm"), NANOS_A_MILLI, operations, rates);
  }

  /** Per unit in the one, per operation in the other. */
  private static boolean agrees(
      List<Double> perUnit,
      JsonNode metric,
      double factor,
      List<Double> operations,
      List<Double> rates) {
    var perOperation = iterations(metric);
    if (perUnit.isEmpty()) {
      return perOperation.size() < rates.size();
    }
    if (perOperation.size() != perUnit.size() || operations.size() < perUnit.size()) {
      return false;
    }
    for (int i = 0; i < perUnit.size(); i++) {
      double expected = perOperation.get(i) * factor * operations.get(i) / rates.get(i);
      if (!(Math.abs(perUnit.get(i) - expected) <= TOLERANCE * expected)) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, String> parameters(JsonNode said) {
    var parameters = new TreeMap<String, String>();
    said.path("params")
        .properties()
        .forEach(it -> parameters.put(it.getKey(), it.getValue().asText()));
    return parameters;
  }

  private static List<Double> iterations(JsonNode metric) {
    var iterations = new ArrayList<Double>();
    metric.path("rawData").path(0).forEach(value -> iterations.add(value.doubleValue()));
    return iterations;
  }
}
