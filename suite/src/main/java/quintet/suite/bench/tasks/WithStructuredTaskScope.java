package quintet.suite.bench.tasks;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;

/**
 * Structured concurrency (JEP 505), a preview in JDK 25: a virtual thread for each task, and
 * nothing is handed over before all have joined. It is called by method handles, which cost nothing
 * once compiled: code compiled against a preview would run on this JDK only, and with a flag.
 */
final class WithStructuredTaskScope implements Way {

  private static final MethodHandle OPEN;
  private static final MethodHandle FORK;
  private static final MethodHandle JOIN;
  private static final MethodHandle GET;

  static {
    try {
      var scope = Class.forName("java.util.concurrent.StructuredTaskScope");
      var subtask = Class.forName("java.util.concurrent.StructuredTaskScope$Subtask");
      var lookup = MethodHandles.publicLookup();
      OPEN =
          lookup
              .findStatic(scope, "open", methodType(scope))
              .asType(methodType(AutoCloseable.class));
      FORK =
          lookup
              .findVirtual(scope, "fork", methodType(subtask, Callable.class))
              .asType(methodType(Object.class, AutoCloseable.class, Callable.class));
      JOIN =
          lookup
              .findVirtual(scope, "join", methodType(Object.class))
              .asType(methodType(Object.class, AutoCloseable.class));
      GET =
          lookup
              .findVirtual(subtask, "get", methodType(Object.class))
              .asType(methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Override
  public void stream(Crew crew, int tasks, LongUnaryOperator task, LongConsumer consumer)
      throws Exception {
    try (var scope = open()) {
      var subtasks = new ArrayList<Object>(tasks);
      for (int i = 0; i < tasks; i++) {
        long number = i;
        subtasks.add(fork(scope, () -> task.applyAsLong(number)));
      }
      join(scope);
      for (var subtask : subtasks) {
        consumer.accept(get(subtask));
      }
    }
  }

  // Each in a method of its own: a method handle declares nothing better than Throwable.

  private static AutoCloseable open() {
    try {
      return (AutoCloseable) OPEN.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object fork(AutoCloseable scope, Callable<Long> task) {
    try {
      return FORK.invokeExact(scope, task);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(AutoCloseable scope) {
    try {
      var _ = JOIN.invokeExact(scope);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static long get(Object subtask) {
    try {
      return (Long) (Object) GET.invokeExact(subtask);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int window() {
    return ALL;
  }
}
