package quintet.suite.bench;

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
final class FutureWindow<V extends @Nullable Object> {

  private final int limit;
  private final Consumer<V> consumer;
  private final Queue<Future<V>> futures = new ArrayDeque<>();

  FutureWindow(int limit, Consumer<V> consumer) {
    this.limit = limit;
    this.consumer = consumer;
  }

  /** Adds a future, and waits for the first one if there are too many. */
  void add(Future<V> future) throws InterruptedException, ExecutionException {
    if (futures.size() == limit) {
      takeFirst();
    }
    futures.add(future);
  }

  void takeAll() throws InterruptedException, ExecutionException {
    while (!futures.isEmpty()) {
      takeFirst();
    }
  }

  private void takeFirst() throws InterruptedException, ExecutionException {
    consumer.accept(futures.remove().get());
  }
}
