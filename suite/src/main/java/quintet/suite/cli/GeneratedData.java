package quintet.suite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import quintet.suite.CatalogFiles;
import quintet.workloads.catalog.data.CatalogGenerator;

/** Writes generated catalogues, and shows how far it is. */
public final class GeneratedData {

  private final Terminal terminal;

  /** Says on {@code terminal} how far it is. */
  public GeneratedData(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The catalogue for {@code quintet run}, made when it is first asked for. */
  public Path cached(Path home, CatalogGenerator generator) throws IOException {
    var folder = CatalogFiles.cache(home);
    var file = folder.resolve(CatalogFiles.name(generator));
    if (!Files.exists(file)) {
      terminal.note(
          String.format(
              Locale.ROOT,
              "generating %,d records, once, into %s",
              generator.records(),
              folder.toAbsolutePath().normalize()));
      Files.createDirectories(folder);
      write(file, generator);
    }
    return file;
  }

  /** Writes to {@code target}, compressed if its name ends in {@code .gz}. */
  void write(Path target, CatalogGenerator generator) throws IOException {
    try (var progress = new ProgressLine(terminal)) {
      CatalogFiles.write(
          target,
          generator,
          written ->
              progress.show(
                  String.format(Locale.ROOT, "%,d of %,d records", written, generator.records()),
                  (double) written / generator.records()));
    }
  }
}
