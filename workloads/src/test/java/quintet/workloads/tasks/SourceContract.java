package quintet.workloads.tasks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quintet.workloads.Staff;
import quintet.workloads.testing.Background;

/** A source that throws ends the run, after the outcomes of all tasks before. */
public interface SourceContract extends ModelUnderTest {

  @ParameterizedTest
  @CsvSource({"0, INPUT", "1, INPUT", "500, INPUT", "500, COMPLETION"})
  default void aSourceThatThrowsEndsTheRunAfterAllOutcomesBefore(int count, Job.Order order) {
    var failure = new IllegalStateException("the source broke");
    var job = Job.of(Bodies.failingAfter(Bodies.skewed(count), failure)).in(order);
    var seen = new ArrayList<Integer>();

    var thrown = assertThrows(IllegalStateException.class, () -> drain(job, seen));

    assertAll(
        () -> assertSame(failure, thrown),
        () -> assertEquals(Bodies.numbers(count), seen.stream().sorted().toList()));
  }

  @Test
  default void anErrorOfTheSourceEndsTheRunToo() {
    var failure = new StackOverflowError("the source is deep");
    var job = Job.of(Bodies.failingAfter(Bodies.skewed(10), failure));

    var thrown = assertThrows(StackOverflowError.class, () -> model(Staff.of(2)).values(job));

    assertSame(failure, thrown);
  }

  @Test
  default void whatASourceThrowsWithoutDeclaringItEndsTheRunToo() {
    var failure = new IOException("not declared");
    var job = Job.of(Bodies.failingAfter(Bodies.skewed(10), failure));
    var seen = new ArrayList<Integer>();

    var thrown = assertThrows(IllegalStateException.class, () -> drain(job, seen));

    assertAll(
        () -> assertSame(failure, thrown.getCause()), () -> assertEquals(Bodies.numbers(10), seen));
  }

  @Test
  default void aSourceWithoutAnIteratorEndsTheRun() {
    var failure = new IllegalStateException("no iterator");
    Iterable<Task<Integer>> source =
        () -> {
          throw failure;
        };

    var thrown =
        assertThrows(IllegalStateException.class, () -> model(Staff.of(2)).values(Job.of(source)));

    assertSame(failure, thrown);
  }

  @Test
  default void nullInPlaceOfATaskIsAFailureOfTheSource() {
    var tasks = new ArrayList<@Nullable Task<Integer>>(Bodies.skewed(3));
    tasks.add(null);
    var seen = new ArrayList<Integer>();

    assertThrows(NullPointerException.class, () -> drain(unchecked(tasks), seen));

    assertEquals(Bodies.numbers(3), seen);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // what a caller without null checks could do
  private static Job<Integer> unchecked(List<@Nullable Task<Integer>> tasks) {
    return Job.of((List) Collections.unmodifiableList(tasks));
  }

  @Test
  default void aPlacementThatRefusesATaskEndsTheRunAfterAllOutcomesBefore() {
    var refusal = new IllegalArgumentException("not here");
    var placement =
        new Placement() {
          private int placed;

          @Override
          public <T extends @Nullable Object> Task<T> place(Task<T> task) {
            if (placed++ == 5) {
              throw refusal;
            }
            return task;
          }
        };
    var seen = new ArrayList<Integer>();

    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> drain(Job.of(Bodies.skewed(10)).placed(placement), seen));

    assertAll(() -> assertSame(refusal, thrown), () -> assertEquals(Bodies.numbers(5), seen));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  default void oneThreadAtATimePullsTheSource(int workers) throws Exception {
    var inside = new AtomicBoolean();
    var overlapped = new AtomicBoolean();
    var all = Bodies.skewed(10_000).iterator();
    var source =
        new Iterator<Task<Integer>>() {
          @Override
          public boolean hasNext() {
            return all.hasNext();
          }

          @Override
          public Task<Integer> next() {
            if (inside.getAndSet(true)) {
              overlapped.set(true);
            }
            var next = all.next();
            inside.set(false);
            return next;
          }
        };

    var _ = model(Staff.of(workers)).values(Job.of(source));

    assertFalse(overlapped.get());
  }

  @Test
  default void anInterruptEndsARunWhoseSourceIsSilent() throws Exception {
    var asked = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var source =
        Bodies.<Integer>endless(
            _ -> {
              asked.countDown();
              try {
                never.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
              }
              throw new AssertionError("nobody opens the latch");
            });
    var run = Background.start(() -> model(Staff.of(2)).values(Job.of(source)));
    asked.await();

    run.interrupt();

    var thrown = assertThrows(Exception.class, run::result);
    assertTrue(
        thrown instanceof InterruptedException
            || assertInstanceOf(IllegalStateException.class, thrown).getCause()
                instanceof InterruptedException,
        () -> thrown + " " + Arrays.toString(thrown.getSuppressed()));
  }

  private void drain(Job<Integer> job, List<Integer> seen) {
    try (var outcomes = model(Staff.of(3)).start(job)) {
      outcomes.forEachRemaining(outcome -> seen.add(outcome.value()));
    }
  }
}
