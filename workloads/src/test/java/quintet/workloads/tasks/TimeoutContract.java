package quintet.workloads.tasks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import quintet.workloads.Staff;
import quintet.workloads.testing.Background;

/** Timeouts of tasks and of runs, by a clock that the test puts forward. */
public interface TimeoutContract extends ModelUnderTest {

  Duration LIMIT = Duration.ofSeconds(10);

  // ---- of a task

  @ParameterizedTest
  @EnumSource(Staff.Kind.class)
  default void aTaskOverItsTimeoutHasFailedAndTheOthersHaveNot(Staff.Kind kind) throws Exception {
    var time = new VirtualTime();
    var begun = new CountDownLatch(1);
    var tasks =
        List.of(
            Task.of(() -> 0), Bodies.<Integer>hanging(begun), interruptible(2), Task.of(() -> 3));
    var job = Job.of(tasks).returningExceptions().taskTimeout(LIMIT).timedBy(time);
    var run = Background.start(() -> model(new Staff(1, kind)).outcomes(job));
    begun.await();

    time.advance(LIMIT);

    var outcomes = run.result();
    var failed = assertInstanceOf(Outcome.Failed.class, outcomes.get(1));
    var cause = assertInstanceOf(TimedOutException.class, failed.failure().getCause());
    assertAll(
        () -> assertEquals("the task took longer than PT10S", cause.getMessage()),
        () -> assertEquals(List.of(0, 2, 3), values(outcomes, 0, 2, 3)));
  }

  @Test
  default void everyOneOfManyTasksHasItsOwnTimeout() throws Exception {
    var time = new VirtualTime();
    var begun = new Semaphore(0);
    var never = new CountDownLatch(1);
    var tasks =
        List.of(
            Task.of(() -> 0),
            hanging(begun, never),
            interruptible(2),
            hanging(begun, never),
            hanging(begun, never),
            interruptible(5));
    var job = Job.of(tasks).returningExceptions().taskTimeout(LIMIT).timedBy(time);
    var run = Background.start(() -> model(Staff.of(1)).outcomes(job));

    for (int i = 0; i < 3; i++) {
      begun.acquire();
      time.advance(LIMIT);
    }

    var outcomes = run.result();
    assertAll(
        () -> assertEquals(List.of(0, 2, 5), values(outcomes, 0, 2, 5)),
        () -> assertEquals(3, outcomes.stream().filter(TimeoutContract::isTimedOut).count()));
  }

  @Test
  default void aTaskOverItsTimeoutEndsTheRunUnlessExceptionsAreReturned() throws Exception {
    var time = new VirtualTime();
    var begun = new CountDownLatch(1);
    var job =
        Job.of(List.of(Bodies.<Integer>hanging(begun), Task.of(() -> 1)))
            .taskTimeout(LIMIT)
            .timedBy(time);
    var run = Background.start(() -> model(Staff.of(1)).values(job));
    begun.await();

    time.advance(LIMIT);

    var thrown = assertThrows(TaskFailedException.class, run::result);
    assertAll(
        () -> assertEquals(0, thrown.index()),
        () -> assertInstanceOf(TimedOutException.class, thrown.getCause()));
  }

  @Test
  default void aTaskWithinItsTimeoutIsLeftAlone() throws Exception {
    var time = new VirtualTime();
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var task =
        Task.of(
            () -> {
              begun.countDown();
              goOn.await();
              return 7;
            });
    var job = Job.of(List.of(task, Task.of(() -> 8))).taskTimeout(LIMIT).timedBy(time);
    var run = Background.start(() -> model(Staff.of(1)).values(job));
    begun.await();

    time.advance(LIMIT.minusNanos(1));
    goOn.countDown();

    assertEquals(List.of(7, 8), run.result());
  }

  @ParameterizedTest
  @EnumSource(Job.Order.class)
  default void timeoutsThatNobodyReachesChangeNothing(Job.Order order) throws Exception {
    var job =
        Job.of(Bodies.skewed(2_000))
            .in(order)
            .taskTimeout(Duration.ofHours(1))
            .timeout(Duration.ofHours(2));

    var values = model(Staff.of(3)).values(job);

    assertEquals(Bodies.numbers(2_000), values.stream().sorted().toList());
  }

  @Test
  default void theLongestTimeoutIsNoneInPractice() throws Exception {
    var job = Job.of(Bodies.skewed(10)).taskTimeout(Job.LONGEST).timeout(Job.LONGEST);

    assertEquals(Bodies.numbers(10), model(Staff.of(2)).values(job));
  }

  @Test
  default void theMachinesClockDoesItToo() throws Exception {
    var job =
        Job.of(List.of(Bodies.<Integer>hanging(new CountDownLatch(1))))
            .returningExceptions()
            .taskTimeout(Duration.ofMillis(1));

    var outcomes = model(Staff.of(2)).outcomes(job);

    assertEquals(1, outcomes.stream().filter(TimeoutContract::isTimedOut).count());
  }

  // ---- of the run

  @ParameterizedTest
  @CsvSource({"1, PLATFORM", "2, PLATFORM", "2, VIRTUAL"})
  default void aRunOverItsTimeoutEndsAndItsTasksAreInterrupted(int workers, Staff.Kind kind)
      throws Exception {
    var time = new VirtualTime();
    var begun = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    var task =
        Task.<Integer>of(
            () -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
              }
              return 0;
            });
    var job = Job.of(List.of(task)).timeout(LIMIT).timedBy(time);
    var run = Background.start(() -> model(new Staff(workers, kind)).values(job));
    begun.await();

    time.advance(LIMIT);

    var thrown = assertThrows(TimedOutException.class, run::result);
    assertAll(
        () -> assertEquals("the run took longer than PT10S", thrown.getMessage()),
        () -> assertEquals(0, interrupted.getCount()));
  }

  @Test
  default void aRunOverItsTimeoutEndsAlthoughItReturnsExceptions() throws Exception {
    var time = new VirtualTime();
    var begun = new CountDownLatch(1);
    var job =
        Job.of(List.of(Bodies.<Integer>hanging(begun)))
            .returningExceptions()
            .taskTimeout(LIMIT.multipliedBy(2))
            .timeout(LIMIT)
            .timedBy(time);
    var run = Background.start(() -> model(Staff.of(2)).outcomes(job));
    begun.await();

    time.advance(LIMIT);

    assertThrows(TimedOutException.class, run::result);
  }

  @Test
  default void aRunWhoseSourceIsSilentEndsAtItsTimeout() throws Exception {
    var time = new VirtualTime();
    var asked = new CountDownLatch(1);
    var job = Job.of(silentSource(asked)).timeout(LIMIT).timedBy(time);
    var run = Background.start(() -> model(Staff.of(2)).values(job));
    asked.await();

    time.advance(LIMIT);

    assertThrows(TimedOutException.class, run::result);
  }

  /** As a stream of lines does: an interrupt ends the wait, with an exception. */
  private static Iterator<Task<Integer>> silentSource(CountDownLatch asked) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        asked.countDown();
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("interrupted while it waited");
      }

      @Override
      public Task<Integer> next() {
        throw new NoSuchElementException("there is none");
      }
    };
  }

  @ParameterizedTest
  @EnumSource(Job.Order.class)
  default void aRunWithoutEndEndsAtItsTimeout(Job.Order order) throws Exception {
    var time = new VirtualTime();
    var first = new CountDownLatch(1);
    var tasks = Bodies.endless(index -> Task.of(() -> index));
    var job = Job.of(tasks).in(order).timeout(LIMIT).timedBy(time);
    var run =
        Background.start(
            () -> {
              try (var outcomes = model(Staff.of(2)).start(job)) {
                outcomes.forEachRemaining(_ -> first.countDown());
              }
              return "ended";
            });
    first.await();

    time.advance(LIMIT);

    assertThrows(TimedOutException.class, run::result);
  }

  @Test
  default void aTimeoutLeavesTheCallersInterruptStatusAlone() throws Exception {
    var time = new VirtualTime();
    var begun = new CountDownLatch(1);
    var job = Job.of(List.of(Bodies.<Integer>hanging(begun))).timeout(LIMIT).timedBy(time);
    var run =
        Background.start(
            () -> {
              assertThrows(TimedOutException.class, () -> model(Staff.of(2)).values(job));
              return Thread.interrupted();
            });
    begun.await();

    time.advance(LIMIT);

    assertFalse(run.result());
  }

  private static Task<Integer> hanging(Semaphore begun, CountDownLatch never) {
    return Task.of(
        () -> {
          begun.release();
          never.await();
          return -1;
        });
  }

  /** Would notice an interrupt that was meant for the task before it. */
  private static Task<Integer> interruptible(int value) {
    return Task.of(
        () -> {
          var open = new CountDownLatch(0);
          for (int i = 0; i < 1_000; i++) {
            open.await();
          }
          return value;
        });
  }

  private static boolean isTimedOut(Outcome<Integer> outcome) {
    return outcome instanceof Outcome.Failed<Integer> failed
        && failed.failure().getCause() instanceof TimedOutException;
  }

  private static List<Integer> values(List<Outcome<Integer>> outcomes, Integer... places) {
    return List.of(places).stream().map(place -> outcomes.get(place).value()).toList();
  }
}
