package quintet.suite.bench;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Finds what is to be measured: every benchmark of this package that belongs to the wanted parts,
 * with every combination of the wanted values. A benchmark class that is added is found.
 *
 * @param parts wanted
 * @param values wanted, by the parameter's name; the class's own where a parameter is missing here
 * @param filter what a cell's label must contain
 */
record Cells(Set<Contest.Part> parts, Map<String, List<String>> values, Pattern filter) {

  /** In the order of their names; the baselines are always among them, but for the filter. */
  List<Cell> all() {
    var cells = new LinkedHashSet<Cell>();
    for (var entry : entries()) {
      var contest = contestOf(entry);
      if (parts.contains(contest.part())) {
        for (var parameters : combinations(entry, contest)) {
          var cell = new Cell(contest, entry.getUsername(), parameters);
          cells.add(cell.isBaseline() ? cell.asBaseline() : cell);
        }
      }
    }
    return cells.stream().filter(cell -> filter.matcher(cell.label()).find()).toList();
  }

  private static Set<BenchmarkListEntry> entries() {
    var silent =
        OutputFormatFactory.createFormatInstance(
            new PrintStream(OutputStream.nullOutputStream()), VerboseMode.SILENT);
    var own = Pattern.quote(Cells.class.getPackageName() + ".");
    return BenchmarkList.defaultList().find(silent, List.of("^" + own), List.of());
  }

  private static Contest contestOf(BenchmarkListEntry entry) {
    try {
      var contest = Class.forName(entry.getUserClassQName()).getAnnotation(Contest.class);
      if (contest == null) {
        throw new IllegalStateException(entry.getUsername() + " is no @Contest");
      }
      return contest;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Map<String, String>> combinations(BenchmarkListEntry entry, Contest contest) {
    List<Map<String, String>> combinations = List.of(Map.of());
    for (var parameter : new TreeMap<>(entry.getParams().orElse(Map.of())).entrySet()) {
      var grown = new ArrayList<Map<String, String>>();
      for (var combination : combinations) {
        for (var value : valuesOf(parameter.getKey(), parameter.getValue(), contest)) {
          var longer = new TreeMap<>(combination);
          longer.put(parameter.getKey(), value);
          grown.add(longer);
        }
      }
      combinations = grown;
    }
    return combinations;
  }

  private Set<String> valuesOf(String parameter, String[] usual, Contest contest) {
    var chosen = new LinkedHashSet<String>();
    if (parameter.equals(contest.among())) {
      chosen.add(contest.baseline());
    }
    chosen.addAll(values.getOrDefault(parameter, List.of(usual)));
    return chosen;
  }
}
