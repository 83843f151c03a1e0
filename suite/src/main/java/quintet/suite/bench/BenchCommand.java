package quintet.suite.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.profile.ProfilerFactory;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import quintet.suite.InputException;
import quintet.suite.cli.Terminal;
import quintet.suite.environment.Environment;
import quintet.suite.environment.Environment.Build;
import quintet.suite.report.VerifyCommand;
import quintet.suite.results.Plan;
import quintet.suite.results.RawRun;
import quintet.suite.results.RunFolder;
import quintet.suite.results.Variant;

/** {@code quintet bench}: measures with JMH, keeps the raw data, and says what follows from it. */
@Command(
    name = "bench",
    description = {
      "Measure with JMH, in virtual machines of their own: a folder of raw data, and a report.",
      "In each round every variant is measured once, in an order drawn anew. Ctrl-C keeps what is",
      "finished, and --resume goes on with it."
    })
@SuppressWarnings("NullAway.Init") // picocli sets what it injects
public final class BenchCommand implements Callable<Integer> {

  private static final int MOST_ROUNDS = 1_000;
  private static final double MOST_MINUTES = 24 * 60;

  /** What may stand beside --resume: all else is as it was. */
  private static final Set<String> FOR_A_RESUMED_RUN =
      Set.of("--resume", "--rounds", "--minutes", "--profiler", "--debug");

  private final Terminal terminal;
  private final Path home;

  @Spec private CommandSpec spec;

  @Mixin private Selection selection;

  @ArgGroup private DepthOption depth = new DepthOption();

  @ArgGroup private Length length = new Length();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the order in each round, and of the bootstrap; default: the time.")
  private @Nullable Long seed;

  @Option(
      names = "--blocks",
      description =
          "All forks of a variant in a row, as JMH does: to see what the rounds are worth.")
  private boolean blocks;

  @Option(
      names = "--threshold",
      paramLabel = "PERCENT",
      description = "Smaller differences are not stated; default: ${DEFAULT-VALUE}.")
  private double threshold = 2;

  @Option(
      names = "--profiler",
      paramLabel = "NAME",
      description = "One more of JMH's profilers, such as stack; its lines are in jmh.log.")
  private @Nullable String profiler;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run's folder; default: a new one in results.")
  private @Nullable Path out;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "Go on with the run in that folder.")
  private @Nullable Path resume;

  /** One of the three depths. */
  static final class DepthOption {

    private Depth depth = Depth.STANDARD;

    @Option(names = "--quick", description = "Under five minutes; says what it cannot support.")
    void quick(boolean isGiven) {
      depth = Depth.QUICK;
    }

    @Option(names = "--standard", description = "About 40 minutes on two cores; the default.")
    void standard(boolean isGiven) {
      depth = Depth.STANDARD;
    }

    @Option(names = "--thorough", description = "Hours: all groups, longer forks, more rounds.")
    void thorough(boolean isGiven) {
      depth = Depth.THOROUGH;
    }
  }

  /** Rounds or minutes. */
  static final class Length {

    @Option(
        names = {"--rounds", "--forks"},
        paramLabel = "N",
        description =
            "Each measures every variant once; default: quick 5, standard 12, thorough 20.")
    private @Nullable Integer rounds;

    @Option(
        names = "--minutes",
        paramLabel = "M",
        description = "As many rounds as fit into so many minutes.")
    private @Nullable Double minutes;

    void check() {
      if (rounds != null) {
        Selection.checkRange("--rounds", rounds, 1, MOST_ROUNDS);
      }
      if (minutes != null && !(minutes > 0 && minutes <= MOST_MINUTES)) {
        throw new InputException(
            String.format(Locale.ROOT, "--minutes must be over 0 and at most %.0f", MOST_MINUTES));
      }
    }

    Budget or(int usual) {
      if (minutes != null) {
        return new Budget.Minutes(minutes);
      }
      return new Budget.Rounds(rounds == null ? usual : rounds);
    }
  }

  /** The command with its subcommand. */
  public static CommandLine commandLine(Terminal terminal, Path home) {
    return new CommandLine(new BenchCommand(terminal, home))
        .addSubcommand(new VerifyCommand(terminal));
  }

  /** {@code home} has the folders {@code results} and, for generated data, {@code .quintet}. */
  private BenchCommand(Terminal terminal, Path home) {
    this.terminal = terminal;
    this.home = home;
  }

  @Override
  public Integer call() throws IOException {
    length.check();
    if (!(threshold >= 0 && threshold < 100)) {
      throw new InputException("--threshold must be at least 0 and under 100, not " + threshold);
    }
    checkProfiler();
    var measurement = new Measurement(terminal, home, profiler);
    return resume == null ? begin(measurement) : goOn(measurement, resume);
  }

  private int begin(Measurement measurement) throws IOException {
    if (blocks && length.minutes != null) {
      throw new InputException(
          "--blocks needs --rounds: with a block unfinished there is no ratio");
    }
    var variants = selection.variants(depth.depth);
    try (var _ = Alone.in(home)) {
      return begin(measurement, variants);
    }
  }

  private int begin(Measurement measurement, List<Variant> variants) throws IOException {
    var environment = Environment.ofThisMachine(Forks.FLAGS, home);
    var folder = new Folders(home.resolve("results")).make(out, environment.shortName());
    var timing = depth.depth.timing();
    var budget = length.or(depth.depth.rounds());
    long drawn = seed == null ? System.currentTimeMillis() : seed;
    var plan =
        new Plan(
            folder.name(),
            command(drawn),
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            depth.depth.label(),
            budget.rounds(timing.estimate().multipliedBy(variants.size())),
            drawn,
            !blocks,
            timing.warmUps(),
            timing.iterations(),
            timing.each().toMillis(),
            Forks.BLACKHOLE,
            threshold);
    return measurement.run(new Recording(folder, plan, variants), environment, budget);
  }

  private int goOn(Measurement measurement, Path path) throws IOException {
    checkNothingElseIsGiven();
    var folder = RunFolder.existing(path);
    var raw = folder.readRaw();
    var environment = Environment.ofThisMachine(Forks.FLAGS, home);
    var before = folder.readCircumstances().environment();
    var differences = before.differences(environment);
    if (!differences.isEmpty()) {
      throw new InputException(
          path + ": measured elsewhere, or otherwise; " + String.join(" ", differences));
    }
    checkSameCode(path, before.build(), environment.build());
    var budget = length.or(raw.plan().rounds());
    int rounds = budget instanceof Budget.Rounds fixed ? fixed.rounds() : raw.plan().rounds();
    var planned =
        new RawRun(raw.format(), raw.plan().withRounds(rounds), raw.variants(), raw.forks());
    try (var _ = Alone.in(home)) {
      return measurement.run(Recording.resume(folder, planned), before, budget);
    }
  }

  /** Now, and not when the first fork begins. */
  private void checkProfiler() {
    if (profiler == null) {
      return;
    }
    try {
      var _ = ProfilerFactory.getProfilerOrException(new ProfilerConfig(profiler));
    } catch (ProfilerException e) {
      throw new InputException(
          "--profiler " + profiler + ": JMH has none of this name, or it does not work here", e);
    }
  }

  /** A run is of one program. Whether a modified one was modified since, nobody can tell. */
  private void checkSameCode(Path path, Build before, Build now) {
    if (!before.equals(now)) {
      throw new InputException(
          path
              + ": measured with other code; "
              + inWords(before)
              + " then, "
              + inWords(now)
              + " now");
    }
    if (Boolean.TRUE.equals(now.modified())) {
      terminal.note("the source is modified; it must be as it was when the run began");
    }
  }

  private static String inWords(Build build) {
    return build.quintetVersion()
        + (build.commit() == null ? "" : ", commit " + build.commit())
        + (Boolean.TRUE.equals(build.modified()) ? ", modified" : "");
  }

  private void checkNothingElseIsGiven() {
    var parsed = spec.commandLine().getParseResult();
    var others =
        new ArrayList<>(parsed.matchedPositionals().isEmpty() ? List.of() : List.of("PIECE"));
    parsed.matchedOptions().stream()
        .map(option -> option.longestName())
        .filter(name -> !FOR_A_RESUMED_RUN.contains(name))
        .forEach(others::add);
    if (!others.isEmpty()) {
      throw new InputException("--resume goes on as the run began; not with " + others.getFirst());
    }
  }

  /** What was typed, without the names of files, and with the seed: another run like this one. */
  private String command(long drawn) {
    var words = new ArrayList<>(List.of("./quintet"));
    ParseResult parsed = spec.root().commandLine().getParseResult();
    var typed = parsed == null ? List.<String>of() : parsed.originalArgs();
    for (int i = 0; i < typed.size(); i++) {
      if (typed.get(i).equals("--out")) {
        i++;
      } else if (!typed.get(i).startsWith("--out=") && !typed.get(i).equals("--debug")) {
        words.add(typed.get(i));
      }
    }
    if (seed == null) {
      words.addAll(List.of("--seed", String.valueOf(drawn)));
    }
    return String.join(" ", words);
  }
}
