package quintet.suite.bench.kit;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * At most so many futures under way, whose values are taken in the order in which they were added:
 * what several lessons have in common. Confined to one thread.
 */
public final class FutureWindow<V extends @Nullable Object> {

  private final int limit;
  private final Consumer<V> consumer;
  private final Queue<Future<V>> futures = new ArrayDeque<>();

  /**
   * @param limit how many futures may be under way
   * @param consumer is given the values in order, by the thread that adds
   */
  public FutureWindow(int limit, Consumer<V> consumer) {
    this.limit = limit;
    this.consumer = consumer;
  }

  /** Adds a future, and waits for the first one if there are too many. */
  public void add(Future<V> future) throws InterruptedException, ExecutionException {
    if (futures.size() == limit) {
      takeFirst();
    }
    futures.add(future);
  }

  /** Waits for all that are left. */
  public void takeAll() throws InterruptedException, ExecutionException {
    while (!futures.isEmpty()) {
      takeFirst();
    }
  }

  private void takeFirst() throws InterruptedException, ExecutionException {
    consumer.accept(futures.remove().get());
  }
}
