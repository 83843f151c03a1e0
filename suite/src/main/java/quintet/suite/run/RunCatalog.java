package quintet.suite.run;

import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.suite.InputException;
import quintet.suite.Models;
import quintet.suite.cli.Checks;
import quintet.suite.cli.GeneratedData;
import quintet.suite.cli.Inputs;
import quintet.workloads.Staff;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Source;
import quintet.workloads.catalog.data.CatalogGenerator;

/** {@code quintet run catalog}: the records of MARC files. */
@Command(
    name = "catalog",
    description = {
      "The records of MARC files, in file order, under every model.",
      "Without files it runs on generated data, which is made on first use."
    })
final class RunCatalog extends PieceCommand {

  private static final long USUAL_RECORDS = 100_000;

  /** What real catalogues have (a fifth of the records is not yet in UTF-8). */
  private static final int USUAL_MARC8_PERCENT = 20;

  private final BiFunction<Models, Staff, Catalog> catalogs;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|DIR",
      description =
          "MARC files, also .gz, or folders of them (*.mrc, *.marc, *.marc21, *.dat, *.bin, *.iso,"
              + " *.iso2709).")
  private List<String> files = List.of();

  @Option(
      names = "--work",
      paramLabel = "WEIGHT",
      description =
          "titles: only the title of each record; entries (the default): the record validated and"
              + " made into a catalogue entry.")
  private Weight weight = Weight.ENTRIES;

  @Option(
      names = "--records",
      paramLabel = "N",
      description = "Size of the generated data; default: 100,000.")
  private @Nullable Long records;

  @Option(names = "--lenient", description = "Go on behind broken records, and count them.")
  private boolean lenient;

  RunCatalog(BiFunction<Models, Staff, Catalog> catalogs) {
    this.catalogs = catalogs;
  }

  @Override
  Piece<?> piece(Setting setting) throws IOException {
    var sources = sources(setting);
    var job = Job.of(sources, weight.work()).in(lenient ? Job.Mode.LENIENT : Job.Mode.STRICT);
    return new CatalogPiece<>(
        job,
        model -> catalogs.apply(model, setting.staff()),
        input(sources, setting),
        weight.label());
  }

  private List<Source> sources(Setting setting) throws IOException {
    if (files.isEmpty()) {
      long size = records == null ? USUAL_RECORDS : records;
      Checks.range("--records", size, 1, Long.MAX_VALUE);
      var generator = new CatalogGenerator(size, setting.seed(), USUAL_MARC8_PERCENT, 0);
      var data = new GeneratedData(setting.terminal());
      return List.of(Source.of(data.cached(setting.home(), generator)));
    }
    if (records != null) {
      throw new InputException("--records is the size of generated data, but files are given");
    }
    var sources = Inputs.of(files, setting.terminal());
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

  private String input(List<Source> sources, Setting setting) {
    if (files.isEmpty()) {
      return "Generated data, seed " + setting.seed();
    }
    return sources.size() == 1 ? sources.getFirst().name() : sources.size() + " files";
  }
}
