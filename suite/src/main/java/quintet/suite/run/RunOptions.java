package quintet.suite.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import quintet.suite.Models;
import quintet.suite.cli.Checks;
import quintet.suite.cli.ModelConverter;
import quintet.workloads.Staff;

/** What may be said for every piece, before its name or behind it. */
final class RunOptions {

  private static final int MOST_ROUNDS = 10_000;
  private static final int MOST_WARM_UP_SECONDS = 3_600;

  @Option(
      names = "--model",
      scope = ScopeType.INHERIT,
      split = ",",
      paramLabel = "MODEL",
      converter = ModelConverter.class,
      completionCandidates = ModelConverter.Labels.class,
      description =
          "Only these, of: ${COMPLETION-CANDIDATES}. The first of them always runs as the"
              + " baseline.")
  private List<Models> models = List.of(Models.values());

  @Option(
      names = "--workers",
      scope = ScopeType.INHERIT,
      paramLabel = "N",
      description = "Threads at work at the same time; default: this machine's cores.")
  private @Nullable Integer workers;

  @Option(
      names = "--threads",
      scope = ScopeType.INHERIT,
      paramLabel = "KIND",
      description =
          "What threads to use: platform or virtual; default: virtual for harvest, whose threads"
              + " wait, and platform for the others.")
  private Staff.@Nullable Kind kind;

  @Option(
      names = "--rounds",
      scope = ScopeType.INHERIT,
      paramLabel = "N",
      description = "Timed runs of each model; default: ${DEFAULT-VALUE}.")
  private int rounds = 7;

  @Option(
      names = "--warm-up",
      scope = ScopeType.INHERIT,
      paramLabel = "SECONDS",
      description = "Run each piece this long before anything is timed; default: ${DEFAULT-VALUE}.")
  private int warmUpSeconds = 3;

  @Option(
      names = "--seed",
      scope = ScopeType.INHERIT,
      paramLabel = "S",
      description =
          "Of the generated data and of the models' order in each round; default:"
              + " ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON.")
  private boolean json;

  /**
   * Call before anything is taken from here.
   *
   * @throws quintet.suite.InputException if a number is out of its bounds
   */
  void check() {
    Checks.range("--workers", staffSize(), 1, Staff.MOST_WORKERS);
    Checks.range("--rounds", rounds, 1, MOST_ROUNDS);
    Checks.range("--warm-up", warmUpSeconds, 0, MOST_WARM_UP_SECONDS);
  }

  /** The baseline, and those that were asked for, each once. */
  List<Models> models() {
    var chosen = new LinkedHashSet<Models>();
    chosen.add(Models.SEQUENTIAL);
    chosen.addAll(models);
    return List.copyOf(chosen);
  }

  Comparison.Plan plan() {
    return new Comparison.Plan(rounds, seed, Duration.ofSeconds(warmUpSeconds));
  }

  Staff staff() {
    return new Staff(staffSize(), kind == null ? Staff.Kind.PLATFORM : kind);
  }

  private int staffSize() {
    return workers == null ? Staff.perCore().workers() : workers;
  }

  /** Those of --workers and --threads that the user has given. */
  List<String> staffOptions() {
    var given = new ArrayList<String>();
    if (workers != null) {
      given.add("--workers");
    }
    if (kind != null) {
      given.add("--threads");
    }
    return given;
  }

  long seed() {
    return seed;
  }

  boolean isJson() {
    return json;
  }
}
