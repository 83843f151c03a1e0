package quintet.workloads.tasks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import quintet.workloads.Staff;

/** A task that throws has failed: an outcome beside its index, or the end of the run. */
public interface FailureContract extends ModelUnderTest {

  // ---- failures as outcomes

  @Test
  default void aFailureIsReturnedBesideItsIndex() throws Exception {
    var failure = new IllegalStateException("on purpose");
    var job = Job.of(List.of(giving("a"), throwing(failure), giving("c"))).returningExceptions();

    var outcomes = model(Staff.of(2)).outcomes(job);

    var failed = assertInstanceOf(Outcome.Failed.class, outcomes.get(1));
    assertAll(
        () -> assertEquals(new Outcome.Done<>(0, "a"), outcomes.get(0)),
        () -> assertEquals(new Outcome.Done<>(2, "c"), outcomes.get(2)),
        () -> assertEquals(1, failed.index()),
        () -> assertEquals(1, failed.failure().index()),
        () -> assertSame(failure, failed.failure().getCause()),
        () -> assertSame(failed.failure(), assertThrows(TaskFailedException.class, failed::value)));
  }

  @ParameterizedTest
  @EnumSource(Job.Order.class)
  default void manyFailuresAmongManyTasksAreAllReturned(Job.Order order) throws Exception {
    var tasks = new ArrayList<Task<String>>();
    for (int i = 0; i < 3_000; i++) {
      tasks.add(i % 3 == 0 ? throwing(new IOException("number " + i)) : giving("value " + i));
    }

    var outcomes = model(Staff.of(3)).outcomes(Job.of(tasks).in(order).returningExceptions());

    var texts =
        outcomes.stream().map(outcome -> outcome.index() + " " + text(outcome)).sorted().toList();
    var expected =
        Stream.iterate(0, i -> i + 1)
            .limit(3_000)
            .map(i -> i + (i % 3 == 0 ? " number " : " value ") + i)
            .sorted()
            .toList();
    assertEquals(expected, texts);
  }

  @ParameterizedTest
  @MethodSource("quintet.workloads.tasks.FailureContract#throwables")
  default void whateverATaskThrowsIsItsFailure(Throwable thrown) throws Exception {
    var job = Job.of(List.of(throwing(thrown), giving("fine"))).returningExceptions();

    var outcomes = model(Staff.of(2)).outcomes(job);

    var failed = assertInstanceOf(Outcome.Failed.class, outcomes.get(0));
    assertAll(
        () -> assertSame(thrown, failed.failure().getCause()),
        () -> assertEquals(new Outcome.Done<>(1, "fine"), outcomes.get(1)));
  }

  static Stream<Throwable> throwables() {
    return Stream.of(
        new IOException("checked"),
        new IllegalStateException("unchecked"),
        new AssertionError("error"),
        new OutOfMemoryError("as if"),
        new Throwable("neither"),
        new TaskFailedException(7, Task.of(() -> 1).named("another's"), new IOException()),
        new TimedOutException("another's", Duration.ofSeconds(1)));
  }

  @Test
  default void aTaskWhoseExceptionCannotBeDescribedHasFailed() throws Exception {
    var failure =
        new IOException() {
          private static final long serialVersionUID = 1;

          @Override
          public String getMessage() {
            throw new IllegalStateException("no message");
          }
        };
    var job =
        Job.of(
                List.of(
                    Task.<Integer>of(
                        () -> {
                          throw failure;
                        }),
                    Task.of(() -> 2)))
            .returningExceptions();

    var outcomes = model(Staff.of(2)).outcomes(job);

    var failed = assertInstanceOf(Outcome.Failed.class, outcomes.getFirst());
    assertAll(
        () -> assertSame(failure, failed.failure().getCause()),
        () -> assertEquals(new Outcome.Done<>(1, 2), outcomes.get(1)));
  }

  @Test
  default void aTaskThatOverflowsItsStackHasFailed() throws Exception {
    var job =
        Job.of(List.of(Task.of(FailureContract::endlessDescent, 0), Task.of(() -> 2)))
            .returningExceptions();

    var outcomes = model(Staff.of(2)).outcomes(job);

    var failed = assertInstanceOf(Outcome.Failed.class, outcomes.get(0));
    assertAll(
        () -> assertInstanceOf(StackOverflowError.class, failed.failure().getCause()),
        () -> assertEquals(2, outcomes.get(1).value()));
  }

  @SuppressWarnings("InfiniteRecursion") // on purpose
  private static int endlessDescent(int depth) {
    return endlessDescent(depth + 1) + 1;
  }

  @Test
  default void aFailureSaysTheTasksNumberAndName() throws Exception {
    var job =
        Job.of(
                List.of(
                    throwing(new IOException("no paper")),
                    throwing(new IOException("no ink")).named("page 7")))
            .returningExceptions();

    var messages =
        model(Staff.of(2)).outcomes(job).stream().map(outcome -> message(outcome)).toList();

    assertEquals(
        List.of(
            "task 0: java.io.IOException: no paper",
            "task 1 (page 7): java.io.IOException: no ink"),
        messages);
  }

  @Test
  default void exceptionsAreNoValues() {
    var job = Job.of(Bodies.skewed(3)).returningExceptions();

    assertThrows(IllegalArgumentException.class, () -> model(Staff.of(2)).values(job));
  }

  // ---- failures that end the run

  @ParameterizedTest
  @MethodSource("quintet.workloads.tasks.FailureContract#throwables")
  default void theFirstFailureEndsTheRun(Throwable thrown) {
    var tasks = Bodies.endless(index -> index == 500 ? throwing(thrown) : giving("value " + index));

    var failure =
        assertThrows(TaskFailedException.class, () -> model(Staff.of(3)).values(Job.of(tasks)));

    assertAll(
        () -> assertEquals(500, failure.index()), () -> assertSame(thrown, failure.getCause()));
  }

  @ParameterizedTest
  @EnumSource(Job.Order.class)
  default void theFirstFailureEndsTheRunOfWhoAsksForOutcomes(Job.Order order) {
    var failure = new IOException("on purpose");
    var tasks = Bodies.endless(index -> index == 500 ? throwing(failure) : giving("" + index));

    var thrown =
        assertThrows(
            TaskFailedException.class, () -> model(Staff.of(3)).outcomes(Job.of(tasks).in(order)));

    assertSame(failure, thrown.getCause());
  }

  @Test
  default void onlyOutcomesBeforeAFailureAreHandedOver() {
    var tasks =
        Bodies.endless(index -> index == 500 ? throwing(new IOException()) : giving("" + index));
    var seen = new ArrayList<Long>();

    assertThrows(
        TaskFailedException.class,
        () -> {
          try (var outcomes = model(Staff.of(3)).start(Job.of(tasks))) {
            outcomes.forEachRemaining(outcome -> seen.add(outcome.index()));
          }
        });

    assertAll(
        () -> assertTrue(seen.size() <= 500),
        () -> assertEquals(Stream.iterate(0L, i -> i + 1).limit(seen.size()).toList(), seen));
  }

  @Test
  default void afterAFailureTasksThatHaveNotBegunNeverBegin() {
    int workers = 2;
    var begun = new AtomicInteger();
    var never = new CountDownLatch(1);
    var tasks =
        Bodies.<String>endless(
            index ->
                Task.of(
                    () -> {
                      begun.incrementAndGet();
                      if (index > 0) {
                        never.await();
                      }
                      throw new IOException("on purpose");
                    }));

    assertThrows(TaskFailedException.class, () -> model(Staff.of(workers)).values(Job.of(tasks)));

    assertTrue(begun.get() <= workers, () -> begun + " have begun");
  }

  @Test
  default void aRunThatFailedIsOver() {
    try (var outcomes =
        model(Staff.of(2)).start(Job.of(List.of(throwing(new IOException()), giving("b"))))) {
      assertThrows(TaskFailedException.class, outcomes::hasNext);

      assertAll(
          () -> assertFalse(outcomes.hasNext()),
          () -> assertThrows(NoSuchElementException.class, outcomes::next));
    }
  }

  @Test
  default void aFailureLeavesTheCallersInterruptStatusAlone() {
    assertThrows(
        TaskFailedException.class,
        () -> model(Staff.of(2)).values(Job.of(List.of(throwing(new IOException())))));

    assertFalse(Thread.interrupted());
  }

  /** What a task throws in the caller's thread cannot be told from an interrupt of the caller. */
  @Test
  default void anInterruptedExceptionIsTheTasksFailureOrElseTheCallersInterrupt() {
    var doneBy = new AtomicReference<Thread>();
    var failure = new InterruptedException("thrown by the task");
    var task =
        Task.<String>of(
            () -> {
              doneBy.set(Thread.currentThread());
              throw failure;
            });

    var thrown =
        assertThrows(Exception.class, () -> model(Staff.of(2)).values(Job.of(List.of(task))));

    if (Thread.currentThread().equals(doneBy.get())) {
      assertInstanceOf(InterruptedException.class, thrown);
    } else {
      assertSame(failure, assertInstanceOf(TaskFailedException.class, thrown).getCause());
    }
  }

  private static Task<String> giving(String value) {
    return Task.of(() -> value);
  }

  private static Task<String> throwing(Throwable failure) {
    return Task.of(
        () -> {
          throw Bodies.<RuntimeException>undeclared(failure);
        });
  }

  private static String text(Outcome<String> outcome) {
    return switch (outcome) {
      case Outcome.Done<String> done -> done.value();
      case Outcome.Failed<String> failed -> message(failed.failure().getCause());
    };
  }

  private static String message(Outcome<String> outcome) {
    return message(assertInstanceOf(Outcome.Failed.class, outcome).failure());
  }

  private static String message(@Nullable Throwable thrown) {
    return thrown == null || thrown.getMessage() == null ? "" : thrown.getMessage();
  }
}
