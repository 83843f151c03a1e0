package quintet.suite.bench.tasks;

import com.softwaremill.jox.Channel;
import com.softwaremill.jox.ChannelClosed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;

/**
 * jox: channels as in Go, between virtual threads. An ordered map, as one writes it with them:
 *
 * <pre>
 *   source --- tasks ----> workers      each task has a future for its result
 *          \-- in order -> consumer     which waits for one future after the other
 * </pre>
 *
 * @param capacity of each channel
 */
record WithJox(int capacity) implements Way {

  /** A task under way. */
  private record Numbered(long number, CompletableFuture<Long> result) {}

  @Override
  public void stream(Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer)
      throws Exception {
    var toDo = Channel.<Numbered>newBufferedChannel(capacity);
    var inOrder = Channel.<Numbered>newBufferedChannel(capacity);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var _ = threads.submit(() -> send(tasks, toDo, inOrder));
      for (int i = 0; i < crew.workers(); i++) {
        var _ = threads.submit(() -> work(toDo, task));
      }
      receive(inOrder, consumer);
    }
  }

  private static boolean send(int tasks, Channel<Numbered> toDo, Channel<Numbered> inOrder)
      throws InterruptedException {
    for (int i = 0; i < tasks; i++) {
      var next = new Numbered(i, new CompletableFuture<>());
      inOrder.send(next);
      toDo.send(next);
    }
    toDo.done();
    inOrder.done();
    return true;
  }

  private static boolean work(Channel<Numbered> toDo, LongUnaryOperator task)
      throws InterruptedException {
    for (var next = toDo.receiveOrClosed();
        !(next instanceof ChannelClosed);
        next = toDo.receiveOrClosed()) {
      var numbered = (Numbered) next;
      numbered.result.completeAsync(() -> task.applyAsLong(numbered.number), Runnable::run);
    }
    return true;
  }

  private static void receive(Channel<Numbered> inOrder, LongConsumer consumer)
      throws InterruptedException, ExecutionException {
    for (var next = inOrder.receiveOrClosed();
        !(next instanceof ChannelClosed);
        next = inOrder.receiveOrClosed()) {
      consumer.accept(((Numbered) next).result.get());
    }
  }

  /** One more is waited for by the consumer. */
  @Override
  public int window() {
    return capacity + 1;
  }
}
