package quintet.suite;

import java.util.List;
import java.util.Locale;
import quintet.async.AsyncCatalog;
import quintet.locks.LocksCatalog;
import quintet.pipeline.PipelineCatalog;
import quintet.sequential.SequentialCatalog;
import quintet.threadpool.ThreadPoolCatalog;
import quintet.workloads.Staff;
import quintet.workloads.catalog.Catalog;

/**
 * The explicit catalogue of models. The first is the baseline and the oracle. A new model is a name
 * here and a line for each piece; the compiler says which are missing.
 */
public enum Models {
  SEQUENTIAL,
  THREADPOOL,
  PIPELINE,
  ASYNC,
  LOCKS;

  /** This model of the piece {@code catalog}, with so many workers. */
  public Catalog catalog(Staff staff) {
    return switch (this) {
      case SEQUENTIAL -> new SequentialCatalog();
      case THREADPOOL -> new ThreadPoolCatalog(staff);
      case PIPELINE -> new PipelineCatalog(staff);
      case ASYNC -> new AsyncCatalog(staff);
      case LOCKS -> new LocksCatalog(staff);
    };
  }

  /** The name on the command line, in tables and in results. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All labels, in order. */
  public static List<String> labels() {
    return List.of(values()).stream().map(Models::label).toList();
  }
}
