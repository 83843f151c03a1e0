package quintet.suite.bench.tasks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The threads that the {@link Way}s are given: they run before the first task and are kept, as in a
 * program that has one pool for all its life. No way pays for starting them.
 */
final class Crew implements AutoCloseable {

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

  @Override
  public void close() {
    pool.close();
  }
}
