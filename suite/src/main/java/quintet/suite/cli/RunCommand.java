package quintet.suite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.suite.InputException;
import quintet.suite.Models;
import quintet.workloads.Staff;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Source;
import quintet.workloads.catalog.Work;
import quintet.workloads.catalog.data.CatalogGenerator;

/** {@code quintet run}: the models side by side. Same answers? How fast? */
@Command(
    name = "run",
    description = {
      "Run a piece of work under every model, side by side: same answers? how fast?",
      "Without files it runs on generated data, which is made on first use."
    })
public final class RunCommand implements Callable<Integer> {

  private static final String CATALOG = "catalog";
  private static final long USUAL_RECORDS = 100_000;

  /** What real catalogues have (a fifth of the records is not yet in UTF-8). */
  private static final int USUAL_MARC8_PERCENT = 20;

  private static final int MOST_ROUNDS = 10_000;

  private final Terminal terminal;
  private final Path home;
  private final BiFunction<Models, Staff, Catalog> catalogs;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PIECE",
      defaultValue = CATALOG,
      description = "The piece of work; today: ${DEFAULT-VALUE}.")
  private String piece = CATALOG;

  @Parameters(
      index = "1..*",
      paramLabel = "FILE|DIR",
      description =
          "MARC files, also .gz, or folders of them (*.mrc, *.marc, *.marc21, *.dat, *.bin, *.iso,"
              + " *.iso2709).")
  private List<String> files = List.of();

  @Option(
      names = "--model",
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
      paramLabel = "N",
      description = "Threads at work at the same time; default: this machine's cores.")
  private int workers = Math.min(Runtime.getRuntime().availableProcessors(), Staff.MOST_WORKERS);

  @Option(
      names = "--threads",
      paramLabel = "KIND",
      description = "What threads to use: platform (the default) or virtual.")
  private Staff.Kind kind = Staff.Kind.PLATFORM;

  @Option(
      names = "--work",
      paramLabel = "WEIGHT",
      description =
          "titles: only the title of each record; entries (the default): the record validated and"
              + " made into a catalogue entry.")
  private Weight weight = Weight.ENTRIES;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "7",
      description = "Timed runs of each model; default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "3",
      description = "Run this long before anything is timed; default: ${DEFAULT-VALUE}.")
  private int warmUpSeconds;

  @Option(
      names = "--records",
      paramLabel = "N",
      description = "Size of the generated data; default: 100,000.")
  private @Nullable Long records;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description =
          "Of the generated data and of the models' order in each round; default:"
              + " ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--lenient", description = "Go on behind broken records, and count them.")
  private boolean lenient;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public RunCommand(Terminal terminal, Path home) {
    this(terminal, home, Models::catalog);
  }

  RunCommand(Terminal terminal, Path home, BiFunction<Models, Staff, Catalog> catalogs) {
    this.terminal = terminal;
    this.home = home;
    this.catalogs = catalogs;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Checks.range("--workers", workers, 1, Staff.MOST_WORKERS);
    Checks.range("--rounds", rounds, 1, MOST_ROUNDS);
    Checks.range("--warm-up", warmUpSeconds, 0, 3_600);
    checkPiece();
    var sources = sources();
    var report = compared(sources, weight.work());
    print(report);
    report.disagreements().forEach(terminal::note);
    return report.result().agreed() ? 0 : 1;
  }

  private void checkPiece() {
    if (!piece.equals(CATALOG)) {
      var hint =
          Files.exists(Inputs.path(piece)) ? "; for a file: quintet run catalog " + piece : "";
      throw new InputException("no piece of work '" + piece + "'; there is: catalog" + hint);
    }
  }

  private List<Source> sources() throws IOException {
    if (files.isEmpty()) {
      long size = records == null ? USUAL_RECORDS : records;
      Checks.range("--records", size, 1, Long.MAX_VALUE);
      var generator = new CatalogGenerator(size, seed, USUAL_MARC8_PERCENT, 0);
      return List.of(Source.of(new GeneratedData(terminal).cached(home, generator)));
    }
    if (records != null) {
      throw new InputException("--records is the size of generated data, but files are given");
    }
    var sources = Inputs.of(files, terminal);
    for (var source : sources) {
      checkReadableAgain(source);
    }
    return sources;
  }

  /** Every model reads the input in every round. */
  private static void checkReadableAgain(Source source) {
    if (source.size() < 0) {
      throw new InputException(
          source.name()
              + ": can be read only once, but run reads it many times; save it to a file");
    }
  }

  private <T> RunReport compared(List<Source> sources, Work<T> work)
      throws IOException, InterruptedException {
    var job = Job.of(sources, work).in(lenient ? Job.Mode.LENIENT : Job.Mode.STRICT);
    var plan = new Comparison.Plan(rounds, seed, Duration.ofSeconds(warmUpSeconds));
    var staff = new Staff(workers, kind);
    try (var progress = new ProgressLine(terminal)) {
      var result = new Comparison<>(job, entrants(staff), plan, progress).run();
      return new RunReport(result, plan, input(sources), weight, staff);
    }
  }

  private List<Entrant> entrants(Staff staff) {
    var chosen = new LinkedHashSet<Models>();
    chosen.add(Models.SEQUENTIAL);
    chosen.addAll(models);
    var entrants = new ArrayList<Entrant>();
    for (var model : chosen) {
      entrants.add(new Entrant(model.label(), catalogs.apply(model, staff)));
    }
    return entrants;
  }

  private String input(List<Source> sources) {
    if (files.isEmpty()) {
      return "Generated data, seed " + seed;
    }
    return sources.size() == 1 ? sources.getFirst().name() : sources.size() + " files";
  }

  private void print(RunReport report) {
    if (json) {
      terminal.out().println(Json.of(report.json()));
    } else {
      report.lines().forEach(terminal.out()::println);
      new SkipReport(report.result().summary()).lines().forEach(terminal.out()::println);
    }
  }
}
