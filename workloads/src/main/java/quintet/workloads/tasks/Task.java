package quintet.workloads.tasks;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something to do that gives a value: a body, and a name for messages. An immutable value; whether
 * its body may run beside others is up to the body.
 *
 * <pre>{@code
 * Task.of(() -> render(page));
 * Task.of(Pages::render, page).named("page 7");
 * Task.of(Math::addExact, 1, 2);
 * }</pre>
 *
 * <p>A body is serialisable as far as what it captures is, so that a task can be sent to another
 * process; {@link Serialisability} tells what stands in the way. Source: seed 004, {@code
 * Task(callback_function, arguments)}.
 *
 * @param name for messages; empty means that the task's index is enough
 * @param body done once, by one thread
 * @param idempotent whether doing it twice does no harm. Only then may a placement that lost sight
 *     of a task do it again.
 * @param <T> the type of the value
 */
public record Task<T extends @Nullable Object>(
    String name, Body<? extends T> body, boolean idempotent) implements Serializable {

  /** What a task does. Interrupted, it should end soon, with any exception. */
  @FunctionalInterface
  public interface Body<T extends @Nullable Object> extends Serializable {
    T call() throws Exception;
  }

  /** A method of one argument. */
  @FunctionalInterface
  public interface Body1<A extends @Nullable Object, T extends @Nullable Object>
      extends Serializable {
    T call(A argument) throws Exception;
  }

  /** A method of two arguments. */
  @FunctionalInterface
  public interface Body2<
          A extends @Nullable Object, B extends @Nullable Object, T extends @Nullable Object>
      extends Serializable {
    T call(A first, B second) throws Exception;
  }

  public Task {
    Objects.requireNonNull(name, "a task's name");
    Objects.requireNonNull(body, "a task's body");
  }

  /** A task without a name, not declared idempotent. */
  public static <T extends @Nullable Object> Task<T> of(Body<? extends T> body) {
    return new Task<>("", body, false);
  }

  /** A task that calls {@code body} with the argument. */
  public static <A extends @Nullable Object, T extends @Nullable Object> Task<T> of(
      Body1<? super A, ? extends T> body, A argument) {
    return new Task<>("", () -> body.call(argument), false);
  }

  /** A task that calls {@code body} with the arguments. */
  public static <A extends @Nullable Object, B extends @Nullable Object, T extends @Nullable Object>
      Task<T> of(Body2<? super A, ? super B, ? extends T> body, A first, B second) {
    return new Task<>("", () -> body.call(first, second), false);
  }

  public Task<T> named(String newName) {
    return new Task<>(newName, body, idempotent);
  }

  /** Declares that doing this task twice does no harm. */
  public Task<T> asIdempotent() {
    return new Task<>(name, body, true);
  }

  /** How messages call the task that came as number {@code index}, counted from 0. */
  String label(long index) {
    return name.isEmpty() ? "task " + index : "task " + index + " (" + name + ")";
  }
}
