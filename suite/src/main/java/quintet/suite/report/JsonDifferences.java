package quintet.suite.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Where two JSON documents differ; numbers are the same if they are so to five digits. */
final class JsonDifferences {

  /** A number of six digits may be rounded the other way on another processor. */
  private static final double TOLERANCE = 1e-5;

  private final List<String> found = new ArrayList<>();

  private JsonDifferences() {}

  /** A line for each place, in the document's order. */
  static List<String> between(JsonNode written, JsonNode computed) {
    var differences = new JsonDifferences();
    differences.compare("", written, computed);
    return differences.found;
  }

  /** How many numbers a document has. */
  static long numbers(JsonNode document) {
    if (document.isNumber()) {
      return 1;
    }
    long numbers = 0;
    for (var part : document) {
      numbers += numbers(part);
    }
    return numbers;
  }

  private void compare(String path, JsonNode written, JsonNode computed) {
    if (written.isObject() && computed.isObject()) {
      var names = new TreeSet<String>();
      written.fieldNames().forEachRemaining(names::add);
      computed.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> compare(path + "/" + name, written.path(name), computed.path(name)));
    } else if (written.isArray() && computed.isArray() && written.size() == computed.size()) {
      for (int i = 0; i < written.size(); i++) {
        compare(path + "/" + i, written.get(i), computed.get(i));
      }
    } else if (!isSame(written, computed)) {
      found.add(path + ": " + inWords(written) + " is written, " + inWords(computed) + " follows");
    }
  }

  private static boolean isSame(JsonNode written, JsonNode computed) {
    if (written.isNumber() && computed.isNumber()) {
      double one = written.doubleValue();
      double other = computed.doubleValue();
      return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
    }
    return written.equals(computed);
  }

  private static String inWords(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.toString();
  }
}
