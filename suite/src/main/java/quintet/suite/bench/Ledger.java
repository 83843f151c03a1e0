package quintet.suite.bench;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/**
 * The results of all forks so far, by cell and round. Thread-safe, one lock: the thread that
 * measures writes, and the one that Ctrl-C starts reads.
 */
final class Ledger {

  @GuardedBy("this")
  private final Map<Cell, TreeMap<Integer, RunResult>> results = new LinkedHashMap<>();

  /** The cells are listed in this order, whatever the order they are measured in. */
  Ledger(List<Cell> cells) {
    cells.forEach(cell -> results.put(cell, new TreeMap<>()));
  }

  synchronized void add(Cell cell, int round, RunResult result) {
    results.computeIfAbsent(cell, _ -> new TreeMap<>()).put(round, result);
  }

  /** The cell's result in each round that has one. */
  synchronized Map<Integer, RunResult> of(Cell cell) {
    return new TreeMap<>(results.getOrDefault(cell, new TreeMap<>()));
  }

  synchronized List<Cell> cells() {
    return results.keySet().stream().filter(cell -> !of(cell).isEmpty()).toList();
  }

  /** The forks of each cell put together, as JMH itself does when it runs them in a row. */
  synchronized List<RunResult> merged() {
    var merged = new ArrayList<RunResult>();
    for (var rounds : results.values()) {
      var forks = new ArrayList<BenchmarkResult>();
      rounds.values().forEach(result -> forks.addAll(result.getBenchmarkResults()));
      if (!forks.isEmpty()) {
        merged.add(new RunResult(rounds.firstEntry().getValue().getParams(), forks));
      }
    }
    return merged;
  }
}
