package quintet.suite.bench;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One thing to measure: a benchmark with a value for each of its parameters. An immutable value.
 *
 * @param contest what the benchmark's class says of itself
 * @param benchmark the full name, as JMH has it
 * @param parameters sorted by name
 */
record Cell(Contest contest, String benchmark, Map<String, String> parameters) {

  static final String WORKERS = "workers";
  private static final String RECORDS = "records";

  Cell {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  boolean isBaseline() {
    return contest.baseline().equals(parameters.get(contest.among()));
  }

  /** What this cell is compared with; none if its benchmark compares nothing. */
  Optional<Cell> baseline() {
    if (contest.among().isEmpty()) {
      return Optional.empty();
    }
    var changed = new TreeMap<>(parameters);
    changed.put(contest.among(), contest.baseline());
    return Optional.of(new Cell(contest, benchmark, changed).asBaseline());
  }

  /** The baseline has one worker, however many the others have. */
  Cell asBaseline() {
    var changed = new TreeMap<>(parameters);
    changed.replace(WORKERS, "1");
    return new Cell(contest, benchmark, changed);
  }

  /** Class, method and parameters in one line; the filter is matched against it. */
  String label() {
    return shortName() + parameters(true);
  }

  /** What this cell has in common with those that it is compared with. */
  String group() {
    return shortName() + parameters(false);
  }

  /** What it has for itself. */
  String contender() {
    if (contest.among().isEmpty()) {
      return "";
    }
    var among = parameters.getOrDefault(contest.among(), "").toLowerCase(Locale.ROOT);
    var workers = parameters.get(WORKERS);
    return workers == null || contest.among().equals(WORKERS) || isBaseline()
        ? among
        : among + ", " + workers;
  }

  private String shortName() {
    return benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
  }

  private String parameters(boolean own) {
    return parameters.entrySet().stream()
        .filter(p -> !p.getKey().equals(RECORDS))
        .filter(p -> own || !(p.getKey().equals(contest.among()) || p.getKey().equals(WORKERS)))
        .map(p -> " " + p.getKey() + "=" + p.getValue().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
