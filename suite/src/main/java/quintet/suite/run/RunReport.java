package quintet.suite.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.suite.cli.Table;
import quintet.workloads.Staff;

/**
 * The outcome of {@code quintet run} for one piece, for people and for programs.
 *
 * @param measures of the piece
 * @param <A> what the piece answers
 */
record RunReport<A>(
    Piece<A> piece,
    Comparison.Result<A> result,
    List<Measure> measures,
    Comparison.Plan plan,
    Staff staff) {

  static final String NOTE =
      "A demonstration: one process, few rounds. The measurement is 'quintet bench'.";

  /** Under this, what is measured is mostly how the machine felt. */
  private static final double SHORT_NANOS = 20e6;

  static <A> RunReport<A> of(
      Piece<A> piece, Comparison.Result<A> result, Comparison.Plan plan, Staff staff) {
    return new RunReport<>(piece, result, piece.measures(result.oracle()), plan, staff);
  }

  /** To tell it from other pieces. */
  String heading() {
    return "== " + piece.name();
  }

  /** The table and what must be known to read it. */
  List<String> lines() {
    var lines = new ArrayList<>(table().lines());
    lines.add("");
    lines.add(piece.description(result.oracle()));
    lines.add(
        String.format(
            Locale.ROOT,
            "%s, JDK %s; %s in an order drawn with seed %d, after %d to warm up.",
            piece.workforce(staff, Runtime.getRuntime().availableProcessors()),
            Runtime.version(),
            plan.rounds() == 1 ? "1 round" : plan.rounds() + " rounds",
            plan.seed(),
            result.warmUpRounds()));
    if (result.standings().getFirst().medianNanos() < SHORT_NANOS) {
      lines.add("So short a job says little about speed: give it a larger input.");
    }
    if (piece.isBaselineOnce()) {
      lines.add("The baseline ran only once, and every round is compared with that.");
    }
    lines.addAll(piece.notes(result.oracle()));
    return lines;
  }

  private Table table() {
    var headings = new ArrayList<>(List.of("model", "median"));
    measures.forEach(measure -> headings.add(measure.heading()));
    headings.addAll(List.of("speed-up", "(min..max)", "threads", "same answer"));
    var table = new Table(headings.toArray(String[]::new));
    result.standings().forEach(standing -> table.row(cells(standing).toArray(String[]::new)));
    return table;
  }

  private List<String> cells(Standing standing) {
    var baseline = result.standings().getFirst();
    var speedUp = standing.speedUpAgainst(baseline);
    var cells = new ArrayList<String>();
    cells.add(standing.name());
    cells.add(Measure.number("%,.1f ms", standing.medianNanos() / 1e6));
    measures.forEach(measure -> cells.add(measure.cell(standing)));
    cells.add(Measure.number("%.2fx", speedUp.median()));
    cells.add(
        standing == baseline
            ? ""
            : Measure.number("(%.2f", speedUp.min()) + Measure.number("..%.2f)", speedUp.max()));
    cells.add(standing.threads() == 0 ? "-" : Integer.toString(standing.threads()));
    cells.add(standing.disagreement() == null ? "yes" : "NO");
    return cells;
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

  /** What stands in the lines and more, with units in the names. */
  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("piece", piece.name());
    json.putAll(piece.facts(result.oracle()));
    json.put("workers", staff.workers());
    json.put("threadKind", staff.kind().name().toLowerCase(Locale.ROOT));
    json.put("cores", Runtime.getRuntime().availableProcessors());
    json.put("jdk", Runtime.version().toString());
    json.put("rounds", plan.rounds());
    json.put("warmUpRounds", result.warmUpRounds());
    json.put("seed", plan.seed());
    json.put("agreed", result.agreed());
    json.put("note", NOTE);
    json.put("models", result.standings().stream().map(this::model).toList());
    return json;
  }

  private Map<String, @Nullable Object> model(Standing standing) {
    var speedUp = standing.speedUpAgainst(result.standings().getFirst());
    var model = new LinkedHashMap<String, @Nullable Object>();
    model.put("model", standing.name());
    model.put("medianMillis", finite(standing.medianNanos() / 1e6));
    measures.forEach(measure -> model.put(measure.field(), finite(measure.of(standing))));
    model.put("speedUpMedian", finite(speedUp.median()));
    model.put("speedUpMin", finite(speedUp.min()));
    model.put("speedUpMax", finite(speedUp.max()));
    model.put("threadsUsed", standing.threads());
    model.put("sameAnswer", standing.disagreement() == null);
    model.put("disagreement", standing.disagreement());
    model.put("roundMillis", standing.roundNanos().stream().map(nanos -> nanos / 1e6).toList());
    return model;
  }

  /** JSON has no NaN. */
  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
