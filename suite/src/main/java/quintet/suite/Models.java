package quintet.suite;

import java.util.List;
import java.util.Locale;
import quintet.async.AsyncCatalog;
import quintet.async.AsyncHarvest;
import quintet.async.AsyncTasks;
import quintet.locks.LocksCatalog;
import quintet.locks.LocksHarvest;
import quintet.locks.LocksTasks;
import quintet.pipeline.PipelineCatalog;
import quintet.pipeline.PipelineHarvest;
import quintet.pipeline.PipelineTasks;
import quintet.sequential.SequentialCatalog;
import quintet.sequential.SequentialHarvest;
import quintet.sequential.SequentialTasks;
import quintet.threadpool.ThreadPoolCatalog;
import quintet.threadpool.ThreadPoolHarvest;
import quintet.threadpool.ThreadPoolTasks;
import quintet.workloads.Staff;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.tasks.Tasks;

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

  /** This model of the piece {@code tasks}, with so many workers. */
  public Tasks tasks(Staff staff) {
    return switch (this) {
      case SEQUENTIAL -> new SequentialTasks();
      case THREADPOOL -> new ThreadPoolTasks(staff);
      case PIPELINE -> new PipelineTasks(staff);
      case ASYNC -> new AsyncTasks(staff);
      case LOCKS -> new LocksTasks(staff);
    };
  }

  /** This model of the piece {@code harvest}; the job says how many calls are in flight. */
  public Harvest harvest(Staff staff) {
    return switch (this) {
      case SEQUENTIAL -> new SequentialHarvest();
      case THREADPOOL -> new ThreadPoolHarvest(staff);
      case PIPELINE -> new PipelineHarvest(staff);
      case ASYNC -> new AsyncHarvest(staff);
      case LOCKS -> new LocksHarvest(staff);
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
