package quintet.suite.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quintet.workloads.Staff;
import quintet.workloads.catalog.Summary;

/**
 * The outcome of {@code quintet run}, for people and for programs.
 *
 * @param input what was read, in words
 */
record RunReport(
    Comparison.Result result, Comparison.Plan plan, String input, Weight weight, Staff staff) {

  /** Under this, what is measured is mostly how the machine felt. */
  private static final double SHORT_NANOS = 20e6;

  private static final String NOTE =
      "A demonstration: one process, few rounds. The measurement is 'quintet bench'.";

  /** The table and what must be known to read it. */
  List<String> lines() {
    var lines = new ArrayList<>(table().lines());
    var summary = result.summary();
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %,d records, %,.1f MB; work: %s.",
            input,
            summary.records(),
            summary.bytes() / 1e6,
            weight.name().toLowerCase(Locale.ROOT)));
    lines.add(
        String.format(
            Locale.ROOT,
            "%d %s of %d cores, JDK %s; %s in an order drawn with seed %d, after %d to warm up.",
            staff.workers(),
            staff.workers() == 1 ? "worker" : "workers",
            Runtime.getRuntime().availableProcessors(),
            Runtime.version(),
            plan.rounds() == 1 ? "1 round" : plan.rounds() + " rounds",
            plan.seed(),
            result.warmUpRounds()));
    if (result.standings().getFirst().medianNanos() < SHORT_NANOS) {
      lines.add("So short a job says little about speed: give it a larger input.");
    }
    lines.add("Threads are those seen at work on records; one that only reads is not counted.");
    lines.add(NOTE);
    return lines;
  }

  private Table table() {
    var table =
        new Table(
            "model",
            "median",
            "records/s",
            "MB/s",
            "speed-up",
            "(min..max)",
            "threads",
            "same answer");
    var baseline = result.standings().getFirst();
    for (var standing : result.standings()) {
      var speedUp = standing.speedUpAgainst(baseline);
      table.row(
          standing.name(),
          number("%,.1f ms", standing.medianNanos() / 1e6),
          number("%,.0f", perSecond(result.summary().records(), standing)),
          number("%,.1f", perSecond(result.summary().bytes(), standing) / 1e6),
          number("%.2fx", speedUp.median()),
          standing == baseline
              ? ""
              : number("(%.2f", speedUp.min()) + number("..%.2f)", speedUp.max()),
          standing.threads() == 0 ? "-" : Integer.toString(standing.threads()),
          standing.disagreement() == null ? "yes" : "NO");
    }
    return table;
  }

  private static double perSecond(long count, Standing standing) {
    return count / standing.medianNanos() * 1e9;
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }

  /** One line for each model that gave another answer. */
  List<String> disagreements() {
    var baseline = result.standings().getFirst().name();
    return result.standings().stream()
        .filter(standing -> standing.disagreement() != null)
        .map(
            standing ->
                standing.name() + " DISAGREES with " + baseline + " in " + standing.disagreement())
        .toList();
  }

  Object json() {
    var summary = result.summary();
    var baseline = result.standings().getFirst();
    return new Run(
        "catalog",
        weight.name().toLowerCase(Locale.ROOT),
        input,
        summary.records(),
        summary.results(),
        summary.bytes(),
        counts(summary),
        summary.places().stream().map(place -> place.error().getMessage()).toList(),
        staff.workers(),
        staff.kind().name().toLowerCase(Locale.ROOT),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().toString(),
        plan.rounds(),
        result.warmUpRounds(),
        plan.seed(),
        result.agreed(),
        NOTE,
        result.standings().stream().map(standing -> model(standing, baseline)).toList());
  }

  private Model model(Standing standing, Standing baseline) {
    var speedUp = standing.speedUpAgainst(baseline);
    return new Model(
        standing.name(),
        finite(standing.medianNanos() / 1e6),
        finite(perSecond(result.summary().records(), standing)),
        finite(perSecond(result.summary().bytes(), standing) / 1e6),
        finite(speedUp.median()),
        finite(speedUp.min()),
        finite(speedUp.max()),
        standing.threads(),
        standing.disagreement() == null,
        standing.disagreement(),
        standing.roundNanos().stream().map(nanos -> nanos / 1e6).toList());
  }

  /** JSON has no NaN. */
  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static Map<String, Long> counts(Summary summary) {
    var counts = new TreeMap<String, Long>();
    summary.skipped().forEach((reason, count) -> counts.put("skipped " + reason, count));
    summary.recovered().forEach((reason, count) -> counts.put("recovered " + reason, count));
    return counts;
  }

  private record Run(
      String piece,
      String work,
      String input,
      long records,
      long results,
      long bytes,
      Map<String, Long> flaws,
      List<String> firstFlaws,
      int workers,
      String threadKind,
      int cores,
      String jdk,
      int rounds,
      int warmUpRounds,
      long seed,
      boolean agreed,
      String note,
      List<Model> models) {}

  private record Model(
      String model,
      @Nullable Double medianMillis,
      @Nullable Double recordsPerSecond,
      @Nullable Double megabytesPerSecond,
      @Nullable Double speedUpMedian,
      @Nullable Double speedUpMin,
      @Nullable Double speedUpMax,
      int threadsUsed,
      boolean sameAnswer,
      @Nullable String disagreement,
      List<Double> roundMillis) {}
}
