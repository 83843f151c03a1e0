package quintet.suite.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.RunResult;

/**
 * The table that JMH does not print: records a second, and the ratio with the baseline in each
 * round. Both of a ratio are measured within one round, so the machine's drift falls on both.
 */
record Standings(Ledger ledger) {

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(line("", "records/s", "ratio", "its rounds"));
    var group = "";
    var grouped = ledger.cells().stream().sorted(Comparator.comparing(Cell::group)).toList();
    for (var cell : grouped) {
      if (!cell.contender().isEmpty() && !cell.group().equals(group)) {
        group = cell.group();
        lines.add(group);
      }
      lines.add(line(cell));
    }
    return lines;
  }

  private String line(Cell cell) {
    var rates = perRound(ledger.of(cell), Standings::rate);
    var ratios = cell.isBaseline() ? List.<Double>of() : ratios(cell);
    return line(
        cell.contender().isEmpty() ? cell.group() : "  " + cell.contender(),
        String.format(Locale.ROOT, "%,.0f", median(rates)),
        ratios.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", median(ratios)),
        ratios.isEmpty()
            ? ""
            : String.format(Locale.ROOT, "%.2f .. %.2f", ratios.getFirst(), ratios.getLast()));
  }

  private static String line(String name, String rate, String ratio, String rounds) {
    return String.format(Locale.ROOT, "%-42s %12s %8s   %s", name, rate, ratio, rounds)
        .stripTrailing();
  }

  /** The ratio in each round that has both, in ascending order. */
  private List<Double> ratios(Cell cell) {
    var ratios = new ArrayList<Double>();
    var baseline = cell.baseline().map(ledger::of).orElse(Map.of());
    ledger
        .of(cell)
        .forEach(
            (round, result) -> {
              var other = baseline.get(round);
              if (other != null) {
                ratios.add(score(result) / score(other));
              }
            });
    return ratios.stream().sorted().toList();
  }

  private static List<Double> perRound(
      Map<Integer, RunResult> rounds, ToDoubleFunction<RunResult> value) {
    return rounds.values().stream().mapToDouble(value).sorted().boxed().toList();
  }

  private static double score(RunResult result) {
    return result.getPrimaryResult().getScore();
  }

  private static double rate(RunResult result) {
    var records = result.getSecondaryResults().get("records");
    return records == null ? Double.NaN : records.getScore();
  }

  static double median(List<Double> ascending) {
    int middle = ascending.size() / 2;
    return ascending.size() % 2 == 1
        ? ascending.get(middle)
        : (ascending.get(middle - 1) + ascending.get(middle)) / 2;
  }
}
