package quintet.suite.run;

import java.util.Locale;
import quintet.workloads.catalog.Work;

/** How much is done with each record: the speed-up depends on it. */
enum Weight {
  TITLES,
  ENTRIES;

  Work<?> work() {
    return switch (this) {
      case TITLES -> Work.TITLES;
      case ENTRIES -> Work.ENTRIES;
    };
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
