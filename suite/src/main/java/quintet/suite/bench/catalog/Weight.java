package quintet.suite.bench.catalog;

import org.jspecify.annotations.Nullable;
import quintet.suite.bench.kit.Usual;
import quintet.workloads.catalog.MarcRecord;
import quintet.workloads.catalog.Work;

/** What a benchmark does with each record: the piece's two weights, and one without a result. */
@Usual(
    quick = "ENTRIES",
    standard = {"TITLES", "ENTRIES"})
public enum Weight {
  /** Only the title is touched. */
  TITLES,

  /** The record is parsed or validated whole, and nothing is taken out. */
  VALIDATED,

  /** Validated whole, and made into a catalogue entry. */
  ENTRIES;

  Work<?> work() {
    return switch (this) {
      case TITLES -> Work.TITLES;
      case VALIDATED -> Weight::validated;
      case ENTRIES -> Work.ENTRIES;
    };
  }

  private static @Nullable Object validated(MarcRecord record) {
    record.validate();
    return null;
  }
}
