package quintet.suite.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
import quintet.suite.report.VerifyCommand;
import quintet.suite.results.Plan;
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

  /** What may stand beside --resume: all else is as it was. */
  private static final Set<String> FOR_A_RESUMED_RUN =
      Set.of("--resume", "--rounds", "--minutes", "--profiler", "--debug");

  /** Of what was typed, in the command that makes another run. */
  private static final Set<String> LEFT_OUT = Set.of("--out", "--debug");

  private final Terminal terminal;
  private final Path home;

  @Spec private CommandSpec spec;

  @Mixin private Selection selection;

  @ArgGroup private DepthOption depth = new DepthOption();

  @ArgGroup private LengthOption length = new LengthOption();

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
    checkBlocks(blocks);
    var variants = selection.variants(depth.value());
    try (var _ = Alone.in(home)) {
      return begin(measurement, variants);
    }
  }

  private int begin(Measurement measurement, List<Variant> variants) throws IOException {
    var environment = Environment.ofThisMachine(Forks.FLAGS, home);
    var folder = new Folders(home.resolve("results")).make(out, environment.shortName());
    var timing = depth.value().timing();
    var budget = length.or(depth.value().rounds());
    long drawn = seed == null ? System.currentTimeMillis() : seed;
    var plan =
        new Plan(
            folder.name(),
            command(drawn),
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            depth.value().label(),
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
    try (var _ = Alone.in(home)) {
      return goOn(measurement, Unfinished.in(path));
    }
  }

  private int goOn(Measurement measurement, Unfinished run) throws IOException {
    var environment = Environment.ofThisMachine(Forks.FLAGS, home);
    run.checkSame(environment);
    if (Boolean.TRUE.equals(environment.build().modified())) {
      terminal.note("the source is modified; it must be as it was when the run began");
    }
    var budget = length.or(run.plannedRounds());
    checkBlocks(!run.raw().plan().interleaved());
    return measurement.run(run.recording(budget), environment, budget);
  }

  private void checkBlocks(boolean inBlocks) {
    if (inBlocks && length.isInMinutes()) {
      throw new InputException(
          "--blocks needs --rounds: with a block unfinished there is no ratio");
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
      var option = typed.get(i).replaceFirst("=.*", "");
      if (!LEFT_OUT.contains(option)) {
        words.add(quoted(typed.get(i)));
      } else if (option.equals(typed.get(i)) && !option.equals("--debug")) {
        i++; // and its value
      }
    }
    if (seed == null) {
      words.addAll(List.of("--seed", String.valueOf(drawn)));
    }
    return String.join(" ", words);
  }

  /** As a shell takes it for one word. */
  private static String quoted(String word) {
    return word.matches("[\\w./,:=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
