package quintet.suite.bench.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import quintet.suite.CatalogFiles;
import quintet.suite.bench.kit.Cache;
import quintet.suite.bench.kit.Labelled;
import quintet.suite.bench.kit.Usual;
import quintet.workloads.catalog.Source;
import quintet.workloads.catalog.data.CatalogGenerator;

/**
 * The generated catalogues that the benchmarks read. Each is written once, to a cache folder, and
 * found there by every fork after: generating is no part of what is measured.
 */
@Usual(quick = "ONE", standard = "ONE")
public enum Input implements Labelled {
  /** All records in one file. */
  ONE(1, "one file"),

  /** As many records, in sixteen files of equal count: several for each core of most machines. */
  MANY(16, "16 files");

  /** As in real catalogues, where about a fifth of the records is not in UTF-8. */
  static final int MARC8_PERCENT = 20;

  private static final long SEED = 2709;

  private final int files;
  private final String label;

  Input(int files, String label) {
    this.files = files;
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** The files of a catalogue of so many records, written first if they are not there. */
  List<Path> files(int records, int marc8Percent) {
    return IntStream.range(0, files).mapToObj(i -> file(records, marc8Percent, i)).toList();
  }

  /** The same as sources. */
  List<Source> sources(int records, int marc8Percent) {
    return files(records, marc8Percent).stream().map(Source::of).toList();
  }

  /** So many percent of the records once more, or others like them. */
  static List<Source> plant(int records, int percent) {
    return ONE.sources(records * percent / 100, MARC8_PERCENT);
  }

  /** One file of so many records, all in UTF-8, which every peer can decode. */
  static Path utf8(int records) {
    return ONE.files(records, 0).getFirst();
  }

  private Path file(int records, int marc8Percent, int number) {
    int from = (int) ((long) records * number / files);
    int to = (int) ((long) records * (number + 1) / files);
    var generator = new CatalogGenerator(to - from, SEED + number, marc8Percent, 0);
    var file = Cache.folder().resolve(CatalogFiles.name(generator));
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(Cache.folder());
        CatalogFiles.write(file, generator, _ -> {});
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot generate " + file, e);
    }
    return file;
  }
}
