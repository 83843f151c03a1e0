package quintet.workloads.tasks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import quintet.workloads.Staff;
import quintet.workloads.testing.Background;

/** How a run ends before its last outcome, and what runs have to do with each other: nothing. */
public interface EndContract extends ModelUnderTest {

  /** So few that each task is a chunk: the outcomes of those before a hanging one are there. */
  int SMALL_WINDOW = 4;

  // ---- interrupts

  @ParameterizedTest
  @EnumSource(Staff.Kind.class)
  default void anInterruptOfACallerWhoWaitsEndsTheRun(Staff.Kind kind) throws Exception {
    var begun = new CountDownLatch(1);
    var job = Job.of(List.of(Bodies.<Integer>hanging(begun), Bodies.<Integer>hanging(begun)));
    var run = Background.start(() -> model(new Staff(2, kind)).values(job));
    begun.await();

    run.interrupt();

    assertThrows(InterruptedException.class, run::result);
  }

  @Test
  default void anInterruptOfACallerWhoWaitsForOutcomesEndsTheRun() throws Exception {
    var begun = new CountDownLatch(1);
    var job = Job.of(List.of(Bodies.<Integer>hanging(begun))).returningExceptions();
    var run = Background.start(() -> model(Staff.of(2)).outcomes(job));
    begun.await();

    run.interrupt();

    assertThrows(InterruptedException.class, run::result);
  }

  @ParameterizedTest
  @EnumSource(Job.Order.class)
  default void anInterruptEndsARunThatWouldNeverEnd(Job.Order order) throws Exception {
    var delivered = new CountDownLatch(10_000);
    var tasks = Bodies.endless(index -> Task.of(() -> index));
    var run =
        Background.start(
            () -> {
              try (var outcomes = model(Staff.of(2)).start(Job.of(tasks).in(order))) {
                outcomes.forEachRemaining(_ -> delivered.countDown());
              } catch (InterruptedRunException e) {
                return Thread.interrupted();
              }
              throw new AssertionError("it has no end");
            });
    delivered.await();

    run.interrupt();

    assertTrue(run.result(), "the interrupt status is set again");
  }

  /** In whichever thread the hanging task is; in a model whose consumer helps, in the caller's. */
  @Test
  default void anInterruptOfACallerWhoHelpsEndsTheRun() throws Exception {
    var caller = new AtomicReference<Thread>();
    var hangs = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var tasks =
        Bodies.endless(
            index ->
                Task.of(
                    () -> {
                      if (Thread.currentThread().equals(caller.get()) || index == 200_000) {
                        hangs.countDown();
                        never.await();
                      }
                      return index;
                    }));
    var run =
        Background.start(
            () -> {
              caller.set(Thread.currentThread());
              return model(Staff.of(2)).values(Job.of(tasks));
            });
    hangs.await();

    run.interrupt();

    assertThrows(InterruptedException.class, run::result);
  }

  @Test
  default void aCallerWhoWasInterruptedBeforeGetsNoOutcome() {
    var thread = Thread.currentThread();
    try (var outcomes = model(Staff.of(2)).start(Job.of(Bodies.skewed(10)))) {
      thread.interrupt();

      assertThrows(InterruptedRunException.class, outcomes::hasNext);

      assertAll(
          () -> assertTrue(Thread.interrupted(), "the interrupt status is set again"),
          () -> assertFalse(outcomes.hasNext()));
    }
  }

  @Test
  default void anInterruptedExceptionClearsTheInterruptStatus() {
    Thread.currentThread().interrupt();

    assertThrows(
        InterruptedException.class, () -> model(Staff.of(2)).values(Job.of(Bodies.skewed(10))));

    assertFalse(Thread.interrupted());
  }

  @Test
  default void anInterruptStatusThatATaskLeavesBehindHarmsNoOther() throws Exception {
    var caller = Thread.currentThread();
    var tasks =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    Task.of(
                        () -> {
                          new CountDownLatch(0).await(); // throws if the status is set
                          if (i % 3 == 0 && !Thread.currentThread().equals(caller)) {
                            Thread.currentThread().interrupt();
                          }
                          return i;
                        }))
            .toList();
    var job = Job.of(tasks);

    assertAll(
        () -> assertEquals(Bodies.numbers(300), model(Staff.of(2)).values(job)),
        () ->
            assertEquals(
                Bodies.numbers(300),
                model(Staff.of(2)).values(job.taskTimeout(Duration.ofHours(1)))));
  }

  // ---- closing

  /** Those hang that the caller does not do itself. */
  @ParameterizedTest
  @CsvSource({"INPUT, 1", "INPUT, 3", "COMPLETION, 1", "COMPLETION, 3"})
  default void closingAfterThreeOutcomesCancelsTheRest(Job.Order order, int workers) {
    var caller = Thread.currentThread();
    var hanging = new AtomicInteger();
    var interrupted = new AtomicInteger();
    var never = new CountDownLatch(1);
    var tasks =
        Bodies.endless(
            index ->
                Task.of(
                    () -> {
                      if (index >= 3 && !Thread.currentThread().equals(caller)) {
                        hanging.incrementAndGet();
                        try {
                          never.await();
                        } catch (InterruptedException e) {
                          interrupted.incrementAndGet();
                          throw e;
                        }
                      }
                      return index;
                    }));
    var job = Job.of(tasks).in(order).window(SMALL_WINDOW);

    var outcomes = model(Staff.of(workers)).start(job);
    for (int i = 0; i < 3; i++) {
      var _ = outcomes.next();
    }
    outcomes.close();

    assertAll(
        () -> assertTrue(hanging.get() <= workers, () -> hanging + " have begun"),
        () -> assertEquals(hanging.get(), interrupted.get()));
  }

  @Test
  default void afterClosingNoTaskBegins() {
    var begun = new AtomicInteger();
    var tasks = Bodies.endless(_ -> Task.of(begun::incrementAndGet));
    var outcomes = model(Staff.of(3)).start(Job.of(tasks));
    var _ = outcomes.next();

    outcomes.close();

    int atTheClose = begun.get();
    var more = model(Staff.of(3)).start(Job.of(Bodies.skewed(1_000)));
    more.forEachRemaining(_ -> {});
    assertEquals(atTheClose, begun.get());
  }

  @Test
  default void aRunCanBeClosedTwice() {
    var outcomes = model(Staff.of(2)).start(Job.of(Bodies.skewed(100)));
    var _ = outcomes.next();

    outcomes.close();
    outcomes.close();

    assertAll(
        () -> assertFalse(outcomes.hasNext()),
        () -> assertThrows(NoSuchElementException.class, outcomes::next));
  }

  @Test
  default void aRunNobodyAskedForOutcomesCanBeClosed() {
    var outcomes = model(Staff.of(2)).start(Job.of(Bodies.skewed(100)));

    outcomes.close();

    assertFalse(outcomes.hasNext());
  }

  @Test
  default void aCallerWhoIsInterruptedCanCloseARun() {
    var begun = new CountDownLatch(1);
    var outcomes = model(Staff.of(2)).start(Job.of(List.of(Bodies.<Integer>hanging(begun))));
    Thread.currentThread().interrupt();

    outcomes.close();

    assertTrue(Thread.interrupted(), "the interrupt status is still set");
  }

  /** Whether a thread is left is checked after each test. */
  @Test
  default void aRunThatHandedOverAllClosesItself() {
    var outcomes = model(Staff.of(2)).start(Job.of(Bodies.skewed(100)));
    var seen = new ArrayList<Integer>();

    outcomes.forEachRemaining(outcome -> seen.add(outcome.value()));

    assertEquals(Bodies.numbers(100), seen);
  }

  @Test
  default void aStreamCanBeLeftEarly() {
    var tasks = Bodies.endless(index -> Task.of(() -> index));
    List<Long> first;
    try (var stream = model(Staff.of(2)).start(Job.of(tasks)).stream()) {
      first = stream.limit(3).map(Outcome::value).toList();
    }

    assertEquals(List.of(0L, 1L, 2L), first);
  }

  @Test
  default void aStreamHasAllOutcomes() {
    try (var stream = model(Staff.of(2)).start(Job.of(Bodies.skewed(1_000))).stream()) {
      assertEquals(Bodies.numbers(1_000), stream.map(Outcome::value).toList());
    }
  }

  /** Seed 003's producer waits for room in its queue for ever, since nobody takes from it. */
  @ParameterizedTest
  @EnumSource(Job.Order.class)
  default void seed003sPipelineHangsWhenAConsumerThrowsOursEnds(Job.Order order) {
    var tasks = Bodies.endless(index -> Task.of(() -> index));
    var failure = new IllegalStateException("the consumer failed");

    var thrown =
        assertThrows(
            IllegalStateException.class,
            () -> {
              try (var outcomes =
                  model(Staff.of(2)).start(Job.of(tasks).in(order).window(SMALL_WINDOW))) {
                outcomes.forEachRemaining(
                    outcome -> {
                      if (outcome.value() == 100) {
                        throw failure;
                      }
                    });
              }
            });

    assertSame(failure, thrown);
  }

  // ---- runs beside and within runs

  @ParameterizedTest
  @CsvSource({"1, PLATFORM", "2, PLATFORM", "2, VIRTUAL"})
  default void aTaskMayRunTasksWithTheSameModel(int workers, Staff.Kind kind) throws Exception {
    var model = model(new Staff(workers, kind));

    assertEquals(List.of(27, 27, 27), model.values(nested(model, 3)));
  }

  /** Three tasks, of which each runs three tasks, and so on; the innermost count for one. */
  private static Job<Integer> nested(Tasks model, int depth) {
    Task<Integer> task =
        depth == 0
            ? Task.of(() -> 1)
            : Task.of(
                () ->
                    model.values(nested(model, depth - 1)).stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    return Job.of(List.of(task, task, task));
  }

  @Test
  default void anInterruptReachesTheInnermostOfNestedRuns() throws Exception {
    var model = model(Staff.of(2));
    var begun = new CountDownLatch(1);
    var inner = Job.of(List.of(Bodies.<Integer>hanging(begun)));
    var middle = Job.of(List.of(Task.of(() -> model.values(inner))));
    var run =
        Background.start(() -> model.values(Job.of(List.of(Task.of(() -> model.values(middle))))));
    begun.await();

    run.interrupt();

    assertThrows(InterruptedException.class, run::result);
  }

  @Test
  default void severalThreadsMayRunTasksWithOneModelAtTheSameTime() throws Exception {
    var model = model(Staff.of(2));
    var others = new ArrayList<Background<List<Integer>>>();
    for (int i = 0; i < 4; i++) {
      others.add(Background.start(() -> model.values(Job.of(Bodies.skewed(3_000)))));
    }

    for (var other : others) {
      assertEquals(Bodies.numbers(3_000), other.result());
    }
  }

  // ---- visibility: a sanity check; the proofs are elsewhere

  @ParameterizedTest
  @EnumSource(Job.Order.class)
  default void whatWasWrittenBeforeIsSeenAfter(Job.Order order) {
    var byStarter = new int[20_000];
    var byTask = new int[20_000];
    for (int i = 0; i < byStarter.length; i++) {
      byStarter[i] = i + 1;
    }
    var tasks =
        IntStream.range(0, byStarter.length)
            .mapToObj(
                i ->
                    Task.of(
                        () -> {
                          byTask[i] = byStarter[i] + 1;
                          return i;
                        }));
    int wrong = 0;
    try (var outcomes = model(Staff.of(3)).start(Job.of(tasks).in(order))) {
      while (outcomes.hasNext()) {
        int i = outcomes.next().value();
        wrong += byTask[i] == i + 2 ? 0 : 1;
      }
    }

    assertEquals(0, wrong);
  }
}
