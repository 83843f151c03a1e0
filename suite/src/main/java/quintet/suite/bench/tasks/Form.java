package quintet.suite.bench.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import quintet.suite.Models;
import quintet.suite.bench.kit.FutureWindow;
import quintet.suite.bench.kit.Labelled;
import quintet.workloads.tasks.Job;

/**
 * The forms that the textbooks teach, and before them our own sequential model: what it costs to
 * have objects for tasks and outcomes, with nobody to wait for. What the others have in common:
 * each task crosses a queue by itself, which costs more than a short task, and most hold all
 * results. The last one does neither, and asks its user for two numbers that are right for one kind
 * of task on one machine.
 */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
public enum Form implements Labelled {

  /** A core that runs bare functions begins the next before one ends; objects keep it from that. */
  TASK_OBJECTS(
      "task objects in one thread", new WithModel(Models.SEQUENTIAL)::stream, Job.USUAL_WINDOW),

  /** A future for each task, from a pool; asked one after the other. */
  FUTURE_PER_TASK("a future per task", Form::futurePerTask, Way.ALL),

  /** All tasks in one call, which waits for them all. */
  INVOKE_ALL("invokeAll", Form::invokeAll, Way.ALL),

  /** Results as they complete; put back in order, which it is not made for. */
  COMPLETION_SERVICE("CompletionService", Form::completionService, Way.ALL),

  /** The same futures as the first, with more in them. */
  COMPLETABLE_FUTURE_PER_TASK("a CompletableFuture per task", Form::completableFutures, Way.ALL),

  /** Cheap to start, but each is started; and they wait for no one here. */
  VIRTUAL_THREAD_PER_TASK("a virtual thread per task", Form::virtualThreads, Way.ALL),

  /** The first one with a window: bounded, and as slow. */
  WINDOW_OF_FUTURES(
      "futures in a window", (c, n, t, to) -> windowed(c, n, t, to, 1), Way.WINDOW + 1),

  /** A future for each chunk of 64 tasks, 16 chunks at a time, and one that is submitted. */
  WINDOW_OF_CHUNKS(
      "chunks of 64 in a window", (c, n, t, to) -> windowed(c, n, t, to, 64), Way.WINDOW + 64);

  /** {@link Way#stream}. */
  private interface Streaming {
    void stream(Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer)
        throws Exception;
  }

  private final String name;
  private final Streaming streaming;
  private final int window;

  Form(String name, Streaming streaming, int window) {
    this.name = name;
    this.streaming = streaming;
    this.window = window;
  }

  Way way() {
    return new Way() {
      @Override
      public void stream(Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer)
          throws Exception {
        streaming.stream(crew, tasks, task, consumer);
      }

      @Override
      public int window() {
        return window;
      }
    };
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public String labelBeside(Map<String, String> parameters) {
    return way().labelled(name, parameters);
  }

  private static void futurePerTask(
      Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer) throws Exception {
    submitAll(crew.pool(), tasks, task, consumer);
  }

  private static void virtualThreads(
      Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      submitAll(threads, tasks, task, consumer);
    }
  }

  private static void submitAll(
      ExecutorService threads, int tasks, LongUnaryOperator task, LongConsumer consumer)
      throws Exception {
    var futures = new ArrayList<Future<Long>>(tasks);
    for (int i = 0; i < tasks; i++) {
      futures.add(threads.submit(numbered(i, task)));
    }
    takeAll(futures, consumer);
  }

  private static void invokeAll(Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer)
      throws Exception {
    var callables = new ArrayList<Callable<Long>>(tasks);
    for (int i = 0; i < tasks; i++) {
      callables.add(numbered(i, task));
    }
    takeAll(crew.pool().invokeAll(callables), consumer);
  }

  private static void completionService(
      Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer) throws Exception {
    record Result(int number, long value) {}
    var completed = new ExecutorCompletionService<Result>(crew.pool());
    for (int i = 0; i < tasks; i++) {
      int number = i;
      completed.submit(() -> new Result(number, task.applyAsLong(number)));
    }
    var inOrder = new long[tasks];
    for (int i = 0; i < tasks; i++) {
      var result = completed.take().get();
      inOrder[result.number] = result.value;
    }
    LongStream.of(inOrder).forEach(consumer);
  }

  private static void completableFutures(
      Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer) throws Exception {
    var futures = new ArrayList<Future<Long>>(tasks);
    for (int i = 0; i < tasks; i++) {
      int number = i;
      futures.add(CompletableFuture.supplyAsync(() -> task.applyAsLong(number), crew.pool()));
    }
    takeAll(futures, consumer);
  }

  private static void windowed(
      Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer, int chunk)
      throws Exception {
    var window =
        new FutureWindow<long[]>(
            Way.WINDOW / chunk, results -> LongStream.of(results).forEach(consumer));
    for (int i = 0; i < tasks; i += chunk) {
      int from = i;
      int to = Math.min(from + chunk, tasks);
      window.add(crew.pool().submit(() -> LongStream.range(from, to).map(task).toArray()));
    }
    window.takeAll();
  }

  private static Callable<Long> numbered(long number, LongUnaryOperator task) {
    return () -> task.applyAsLong(number);
  }

  private static void takeAll(List<Future<Long>> futures, LongConsumer consumer)
      throws InterruptedException, ExecutionException {
    for (var future : futures) {
      consumer.accept(future.get());
    }
  }
}
