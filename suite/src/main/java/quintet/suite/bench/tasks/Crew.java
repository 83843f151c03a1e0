package quintet.suite.bench.tasks;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import quintet.suite.Models;
import quintet.workloads.Staff;
import quintet.workloads.tasks.Tasks;

/**
 * The threads that the {@link Way}s are given: they run before the first task and are kept, as in a
 * program that has one pool for all its life. No way pays for starting them.
 */
final class Crew implements AutoCloseable {

  private final Map<Models, Tasks> models = new EnumMap<>(Models.class);

  private final int workers;
  private final ThreadPoolExecutor pool;

  Crew(int workers) {
    this.workers = workers;
    var threads = Thread.ofPlatform().daemon().name("crew-", 0).factory();
    pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(workers, threads);
    pool.prestartAllCoreThreads();
  }

  int workers() {
    return workers;
  }

  ExecutorService pool() {
    return pool;
  }

  /** This model, the same object for every operation. Not thread-safe. */
  Tasks model(Models model) {
    return models.computeIfAbsent(model, it -> it.tasks(Staff.of(workers)));
  }

  @Override
  public void close() {
    pool.close();
  }
}
