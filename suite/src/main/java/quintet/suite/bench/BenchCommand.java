package quintet.suite.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.suite.CatalogFiles;
import quintet.suite.InputException;
import quintet.suite.Models;
import quintet.workloads.Staff;

/** {@code quintet bench}: measures with JMH, and keeps the raw data. */
@Command(
    name = "bench",
    description = {
      "Measure with JMH, in virtual machines of their own, and keep the raw data.",
      "Without --peers, --limits or --lessons: the models, and the machine's ceiling for them."
    })
public final class BenchCommand implements Callable<Integer> {

  private static final String CATALOG = "catalog";
  private static final int MOST_FORKS = 1_000;
  private static final int FEWEST_RECORDS = 1_000;
  private static final int MOST_RECORDS = 10_000_000;
  private static final int USUAL_FORKS = 5;
  private static final int QUICK_FORKS = 3;

  private static final List<String> WHAT_QUICK_CANNOT_TELL =
      List.of(
          "quick: few and short forks. They show large differences. They do not support a statement",
          "about a small one, nor show a variant that is fast in some virtual machines and slow in",
          "others, nor what the compiler does late. Measure without --quick for that, on a machine",
          "that does nothing else.");

  private final PrintStream out;
  private final PrintStream err;
  private final Path home;

  @Parameters(
      arity = "0..1",
      paramLabel = "PIECE",
      description = "The piece of work; today: ${DEFAULT-VALUE}.")
  private String piece = CATALOG;

  @Option(
      names = "--quick",
      description = "Only the work entries, in about four minutes; says what it cannot support.")
  private boolean quick;

  @Option(
      names = "--filter",
      paramLabel = "REGEX",
      description = "Only benchmarks with this in the name that the progress shows.")
  private @Nullable String filter;

  @Option(
      names = "--forks",
      paramLabel = "N",
      description = "Rounds, each with one virtual machine per benchmark; default: 5, quick: 3.")
  private @Nullable Integer forks;

  @Option(
      names = "--model",
      split = ",",
      paramLabel = "MODEL",
      description = "Only these, beside sequential; of: ${COMPLETION-CANDIDATES}.")
  private List<Models> models = List.of();

  @Option(
      names = "--work",
      split = ",",
      paramLabel = "WORK",
      description = "Only these, of: ${COMPLETION-CANDIDATES}.")
  private List<Weight> weights = List.of();

  @Option(
      names = "--input",
      split = ",",
      paramLabel = "INPUT",
      description = "Only one large file or many, of: ${COMPLETION-CANDIDATES}.")
  private List<Input> inputs = List.of();

  @Option(
      names = "--workers",
      split = ",",
      paramLabel = "N",
      description = "Threads at work at the same time; default: this machine's cores.")
  private List<Integer> workers = List.of(Staff.perCore().workers());

  @Option(
      names = "--records",
      paramLabel = "N",
      description = "Size of the generated catalogue; default: 100,000.")
  private int records = 100_000;

  @Option(names = "--peers", description = "Other libraries that do the same job in one thread.")
  private boolean peers;

  @Option(names = "--limits", description = "What no parser can be faster than.")
  private boolean limits;

  @Option(names = "--lessons", description = "Designs that were tried and left out.")
  private boolean lessons;

  @Option(names = "--models", description = "The models too, beside what else is asked for.")
  private boolean modelsToo;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the order in each round; default: the time.")
  private long seed = System.currentTimeMillis();

  @Option(
      names = "--profiler",
      paramLabel = "NAME",
      description = "One of JMH's profilers, such as gc or stack; its lines are in the log.")
  private @Nullable String profiler;

  @Option(names = "--out", paramLabel = "FILE", description = "Write JMH's JSON there too.")
  private @Nullable Path copy;

  /**
   * @param out for the tables
   * @param err for the progress
   * @param home has the folders {@code results} and, for generated data, {@code .quintet}
   */
  public BenchCommand(PrintStream out, PrintStream err, Path home) {
    this.out = out;
    this.err = err;
    this.home = home;
  }

  @Override
  public Integer call() throws IOException {
    checkArguments();
    System.setProperty(Input.CACHE, CatalogFiles.cache(home).toString());
    var cells = new Cells(parts(), values(), filter()).all();
    if (cells.isEmpty()) {
      throw new InputException("--filter " + filter + ": no benchmark has this in its name");
    }
    var timing = quick ? Timing.QUICK : Timing.FULL;
    var campaign = new Campaign(cells, rounds(), seed, timing);
    generateInputs();
    var folder = ResultFolder.in(home.resolve("results"));
    folder.writeHow(how(campaign, timing));
    introduce(campaign, folder);
    return measured(campaign, timing, new Ledger(cells), folder);
  }

  // ---- arguments

  private void checkArguments() {
    if (!piece.equals(CATALOG)) {
      throw new InputException("no piece of work '" + piece + "'; there is: " + CATALOG);
    }
    checkRange("--forks", rounds(), 1, MOST_FORKS);
    checkRange("--records", records, FEWEST_RECORDS, MOST_RECORDS);
    workers.forEach(n -> checkRange("--workers", n, 1, Staff.MOST_WORKERS));
    if (copy != null && !Files.isDirectory(copy.toAbsolutePath().resolveSibling(""))) {
      throw new InputException("--out " + copy + ": no such folder");
    }
  }

  private static void checkRange(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InputException(
          String.format(Locale.ROOT, "%s must be %d to %d, not %d", option, least, most, value));
    }
  }

  private int rounds() {
    if (forks != null) {
      return forks;
    }
    return quick ? QUICK_FORKS : USUAL_FORKS;
  }

  private Pattern filter() {
    try {
      return Pattern.compile(filter == null ? "" : filter);
    } catch (PatternSyntaxException e) {
      throw new InputException("--filter " + filter + ": " + e.getDescription(), e);
    }
  }

  private Set<Contest.Part> parts() {
    var parts = EnumSet.noneOf(Contest.Part.class);
    if (peers) {
      parts.add(Contest.Part.PEERS);
    }
    if (limits) {
      parts.add(Contest.Part.LIMITS);
    }
    if (lessons) {
      parts.add(Contest.Part.LESSONS);
    }
    if (modelsToo || parts.isEmpty()) {
      parts.add(Contest.Part.MODELS);
    }
    return parts;
  }

  private Map<String, List<String>> values() {
    var values = new TreeMap<String, List<String>>();
    values.put("records", List.of(String.valueOf(records)));
    values.put(Cell.WORKERS, workers.stream().map(String::valueOf).toList());
    if (!models.isEmpty()) {
      values.put("model", models.stream().map(Enum::name).toList());
    }
    if (!inputs.isEmpty()) {
      values.put("input", inputs.stream().map(Enum::name).toList());
    }
    if (!weights.isEmpty()) {
      values.put("work", weights.stream().map(Enum::name).toList());
    } else if (quick) {
      values.put("work", List.of(Weight.ENTRIES.name()));
    }
    return values;
  }

  // ---- before

  /** In this process, so that a fork's set-up finds them: it is not the place for a long wait. */
  private void generateInputs() {
    err.println("input: " + Input.cache() + " (generated if it is not there)");
    if (parts().contains(Contest.Part.PEERS) || parts().contains(Contest.Part.LESSONS)) {
      Input.utf8(records);
    }
    for (var input : Input.values()) {
      input.files(records, Input.MARC8_PERCENT);
    }
  }

  private static Map<String, ?> machine() {
    var machine = new LinkedHashMap<String, Object>();
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    machine.put("jvm", System.getProperty("java.vm.name") + " " + Runtime.version());
    return machine;
  }

  private Map<String, ?> how(Campaign campaign, Timing timing) {
    var how = new LinkedHashMap<String, Object>();
    how.put("machine", machine());
    how.put("flags", Forks.FLAGS);
    how.put("blackhole", Forks.BLACKHOLE);
    how.put("records", records);
    how.put("warmUpIterations", timing.warmUps());
    how.put("iterations", timing.iterations());
    how.put("iterationMillis", timing.each().toMillis());
    how.put("seed", seed);
    how.put("rounds", campaign.order());
    return how;
  }

  private void introduce(Campaign campaign, ResultFolder folder) {
    machine().forEach((what, value) -> out.println(what + ": " + value));
    out.println("flags: " + String.join(" ", Forks.FLAGS) + ", blackhole " + Forks.BLACKHOLE);
    out.println("order: shuffled in each of " + rounds() + " rounds, seed " + seed);
    out.println("results: " + folder.path());
    if (quick) {
      WHAT_QUICK_CANNOT_TELL.forEach(out::println);
    }
    err.println(campaign.forks() + " forks, about " + Campaign.inWords(campaign.duration()));
  }

  // ---- the measurement

  private int measured(Campaign campaign, Timing timing, Ledger ledger, ResultFolder folder)
      throws IOException {
    var finished = new AtomicBoolean();
    var interrupt = new Thread(() -> interrupted(campaign, ledger, folder, finished));
    Runtime.getRuntime().addShutdownHook(interrupt);
    try (var virtualMachines = new Forks(timing, profiler, folder.log())) {
      campaign.run(virtualMachines, ledger, err);
      finish(ledger, folder, finished);
      return 0;
    } catch (RunnerException e) {
      if (!campaign.isStopped()) {
        finish(ledger, folder, finished);
        err.println("quintet: a benchmark failed: " + e.getMessage() + "; why: " + folder.log());
      }
      return 1;
    } finally {
      if (!campaign.isStopped()) {
        Runtime.getRuntime().removeShutdownHook(interrupt);
      }
    }
  }

  /** What Ctrl-C does: what is finished is kept, and no virtual machine is left behind. */
  private void interrupted(
      Campaign campaign, Ledger ledger, ResultFolder folder, AtomicBoolean finished) {
    campaign.stop();
    Forks.killAll();
    try {
      finish(ledger, folder, finished);
    } catch (IOException e) {
      err.println("quintet: " + e);
    }
  }

  private void finish(Ledger ledger, ResultFolder folder, AtomicBoolean finished)
      throws IOException {
    if (ledger.cells().isEmpty() || finished.getAndSet(true)) {
      return;
    }
    folder.writeResults(ledger);
    var tables = tables(ledger);
    folder.writeTables(tables);
    if (copy != null) {
      folder.copyResultsTo(copy);
    }
    out.print(tables);
  }

  private static String tables(Ledger ledger) {
    var bytes = new ByteArrayOutputStream();
    var page = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    page.println();
    ResultFormatFactory.getInstance(ResultFormatType.TEXT, page).writeOut(ledger.merged());
    page.println();
    new Standings(ledger).lines().forEach(page::println);
    page.println();
    page.println("ratio: median of the rounds' ratios with the first line; no interval is claimed");
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
