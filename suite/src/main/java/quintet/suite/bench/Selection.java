package quintet.suite.bench;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.suite.InputException;
import quintet.suite.Models;
import quintet.suite.cli.Checks;
import quintet.suite.results.Kind;
import quintet.suite.results.Variant;
import quintet.workloads.Staff;

/** The options that say what is measured. Filled by picocli. */
final class Selection {

  private static final List<Integer> SWEEP_OF_CALLS = List.of(1, 4, 16, 64, 256, 1_024);
  private static final int USUAL_CALLS = 64;
  private static final int MOST_CALLS = 100_000;
  private static final int FEWEST_RECORDS = 1_000;
  private static final int MOST_RECORDS = 10_000_000;

  @Parameters(arity = "0..*", paramLabel = "PIECE", description = "Pieces of work; default: all.")
  private List<String> pieces = List.of();

  @Option(
      names = "--model",
      split = ",",
      paramLabel = "MODEL",
      description = "Only these, beside sequential; of: ${COMPLETION-CANDIDATES}.")
  private List<Models> models = List.of();

  @Option(
      names = {"--threads", "--workers"},
      split = ",",
      paramLabel = "N",
      description =
          "Threads at work at the same time; default: 1, 2, 4 .. twice the cores; quick: the cores.")
  private List<Integer> threads = List.of();

  @Option(
      names = "--calls",
      split = ",",
      paramLabel = "N",
      description = "Calls in flight, for pieces that wait; default: 1, 4, 16 .. 1024; quick: 64.")
  private List<Integer> calls = List.of();

  @Option(
      names = "--work",
      split = ",",
      paramLabel = "WORK",
      completionCandidates = KnownValues.OfWork.class,
      description = "Only these, of: ${COMPLETION-CANDIDATES}.")
  private List<String> work = List.of();

  @Option(
      names = "--input",
      split = ",",
      paramLabel = "INPUT",
      completionCandidates = KnownValues.OfInput.class,
      description = "One large file or many, of: ${COMPLETION-CANDIDATES}; default: one.")
  private List<String> inputs = List.of();

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE[,VALUE...]",
      description = "Only these values of a benchmark's parameter. May be given several times.")
  private Map<String, String> parameters = Map.of();

  @Option(
      names = "--records",
      paramLabel = "N",
      description = "Size of the generated catalogue; default: 100,000; peers: 20,000.")
  private @Nullable Integer records;

  @Option(names = "--peers", description = "Other libraries that do the same job in one thread.")
  private boolean peers;

  @Option(names = "--limits", description = "What no implementation can be faster than.")
  private boolean limits;

  @Option(names = "--lessons", description = "Designs that were tried and left out.")
  private boolean lessons;

  @Option(
      names = "--latency",
      description = "How long a caller waits, at a fixed rate of requests.")
  private boolean latency;

  @Option(
      names = "--no-models",
      description = "Not the models; only what the options before ask for, and the controls.")
  private boolean noModels;

  @Option(
      names = "--filter",
      paramLabel = "REGEX",
      description = "Only what has this in the name that the progress shows.")
  private @Nullable String filter;

  /**
   * What to measure.
   *
   * @throws InputException if there is nothing, or an option's value is none
   */
  List<Variant> variants(Depth depth) {
    check();
    var all =
        new Variants(
                pieces(),
                kinds(),
                depth,
                values(),
                threads(depth),
                calls(depth),
                mostWorkers(),
                filter())
            .all();
    if (all.isEmpty()) {
      throw new InputException("--filter " + filter + ": no benchmark has this in its name");
    }
    return all;
  }

  private void check() {
    var known = Variants.knownPieces();
    for (var piece : pieces) {
      if (!known.contains(piece)) {
        throw new InputException(
            "no piece of work '" + piece + "'; there is: " + String.join(", ", known));
      }
    }
    if (records != null) {
      Checks.range("--records", records, FEWEST_RECORDS, MOST_RECORDS);
    }
    threads.forEach(n -> Checks.range("--threads", n, 1, Staff.MOST_WORKERS));
    calls.forEach(n -> Checks.range("--calls", n, 1, MOST_CALLS));
    if (noModels && !(peers || limits || lessons || latency)) {
      throw new InputException("--no-models leaves nothing to measure");
    }
  }

  private Set<String> pieces() {
    return pieces.isEmpty() ? Variants.knownPieces() : new LinkedHashSet<>(pieces);
  }

  private Set<Kind> kinds() {
    var kinds = EnumSet.noneOf(Kind.class);
    if (!noModels) {
      kinds.add(Kind.MODEL);
      kinds.add(Kind.CEILING);
    }
    if (peers) {
      kinds.add(Kind.PEER);
    }
    if (limits) {
      kinds.add(Kind.LIMIT);
    }
    if (lessons) {
      kinds.add(Kind.LESSON);
    }
    if (latency) {
      kinds.add(Kind.LATENCY);
    }
    return kinds;
  }

  private Map<String, List<String>> values() {
    var known = new KnownValues();
    var values = new TreeMap<String, List<String>>();
    parameters.forEach(
        (name, list) ->
            values.put(name, known.checked("--param " + name, name, List.of(list.split(",")))));
    if (!work.isEmpty()) {
      values.put("work", known.checked("--work", "work", work));
    }
    if (!inputs.isEmpty()) {
      values.put("input", known.checked("--input", "input", inputs));
    }
    if (!models.isEmpty()) {
      values.put("model", models.stream().map(Models::name).toList());
    }
    if (records != null) {
      values.put("records", List.of(String.valueOf(records)));
    }
    return values;
  }

  /** From one to twice the cores by doubling, with the cores themselves: more do not help. */
  private List<Integer> threads(Depth depth) {
    if (!threads.isEmpty()) {
      return List.copyOf(new TreeSet<>(threads));
    }
    int cores = Staff.perCore().workers();
    var sweep = new TreeSet<Integer>(List.of(cores));
    if (depth.sweeps()) {
      for (int n = 1; n <= 2 * cores; n *= 2) {
        sweep.add(n);
      }
    }
    return List.copyOf(sweep);
  }

  /** Work that waits is not limited by the cores. */
  private List<Integer> calls(Depth depth) {
    if (!calls.isEmpty()) {
      return List.copyOf(new TreeSet<>(calls));
    }
    return depth.sweeps() ? SWEEP_OF_CALLS : List.of(USUAL_CALLS);
  }

  private int mostWorkers() {
    return threads.isEmpty()
        ? Staff.perCore().workers()
        : threads.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  private Pattern filter() {
    try {
      return Pattern.compile(filter == null ? "" : filter);
    } catch (PatternSyntaxException e) {
      throw new InputException("--filter " + filter + ": " + e.getDescription(), e);
    }
  }
}
