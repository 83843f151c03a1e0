package quintet.suite.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import quintet.suite.results.Fork;
import quintet.suite.results.RunFolder;
import quintet.suite.results.Variant;

/** Whether the raw data says what JMH itself said of each fork. */
final class JmhAgreement {

  private JmhAgreement() {}

  /** Does nothing where JMH's own file is not there. */
  static void check(RunFolder folder, List<String> checked, List<String> differences)
      throws IOException {
    if (!Files.isRegularFile(folder.jmhJson())) {
      return;
    }
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
    var counted = said.path("secondaryMetrics").path(variant.unit());
    var rates = counted.isMissingNode() ? said.path("primaryMetric") : counted;
    return said.path("benchmark").asText().equals(variant.benchmark())
        && iterations(rates).equals(fork.rates());
  }

  private static List<Double> iterations(JsonNode metric) {
    var iterations = new ArrayList<Double>();
    metric.path("rawData").path(0).forEach(value -> iterations.add(value.doubleValue()));
    return iterations;
  }
}
