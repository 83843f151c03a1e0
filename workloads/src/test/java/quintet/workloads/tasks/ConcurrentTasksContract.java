package quintet.workloads.tasks;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import quintet.workloads.Staff;
import quintet.workloads.testing.Background;

/** What a model with threads of its own must do beyond {@link TasksContract}. */
public interface ConcurrentTasksContract extends TasksContract, WaitingContract {

  Duration LIMIT = Duration.ofSeconds(10);

  // ---- several tasks at the same time

  @ParameterizedTest
  @CsvSource({"2, PLATFORM", "5, PLATFORM", "5, VIRTUAL"})
  default void asManyTasksRunAtOnceAsThereAreWorkers(int workers, Staff.Kind kind)
      throws Exception {
    var barrier = new CyclicBarrier(workers);
    var tasks = new ArrayList<Task<Integer>>();
    for (int i = 0; i < workers; i++) {
      tasks.add(meeting(barrier, i));
    }

    assertEquals(Bodies.numbers(workers), model(new Staff(workers, kind)).values(Job.of(tasks)));
  }

  /** The second task keeps the only worker busy until the caller does nothing but wait for it. */
  @Test
  default void aCallerWhoHelpsTakesTheTurnOfAWorker() {
    var caller = Thread.currentThread();
    var firstIsHandedOver = new CountDownLatch(1);
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var tasks =
        Bodies.endless(
            index ->
                Task.of(
                    () -> {
                      most.accumulateAndGet(running.incrementAndGet(), Math::max);
                      if (index == 1 && !Thread.currentThread().equals(caller)) {
                        firstIsHandedOver.await();
                        awaitWaiting(caller);
                      }
                      return running.decrementAndGet();
                    }));

    try (var outcomes = model(Staff.of(1)).start(Job.of(tasks).window(SMALL_WINDOW))) {
      var _ = outcomes.next();
      firstIsHandedOver.countDown();
      assertInstanceOf(Outcome.Done.class, outcomes.next());
    }
    assertEquals(1, most.get());
  }

  /** Tasks are short, but both workers have one that is not, when the caller has reason to help. */
  @Test
  default void aCallerDoesNotHelpBesideAllWorkers() {
    var caller = Thread.currentThread();
    var bothAreBusy = new CountDownLatch(1);
    var callerWaits = new CountDownLatch(1);
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var tasks =
        Bodies.endless(
            index ->
                Task.of(
                    () -> {
                      most.accumulateAndGet(running.incrementAndGet(), Math::max);
                      switch ((int) index) {
                        case 0 -> bothAreBusy.await();
                        case 1 -> {
                          bothAreBusy.countDown();
                          callerWaits.await();
                        }
                        case 100 -> {
                          if (!Thread.currentThread().equals(caller)) {
                            awaitWaiting(caller);
                          }
                          callerWaits.countDown();
                        }
                        default -> { // long enough for the caller to wake up and to help
                          var _ = Bodies.workedOut(0);
                        }
                      }
                      return running.decrementAndGet();
                    }));

    var job = Job.of(tasks).window(1 << 17); // more than room enough for the task with number 100
    try (var outcomes = model(Staff.of(2)).start(job)) {
      for (int i = 0; i <= 100; i++) {
        assertInstanceOf(Outcome.Done.class, outcomes.next());
      }
    }
    assertTrue(most.get() <= 2, () -> most + " at once");
  }

  Set<Thread.State> WAITS = EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

  private static void awaitWaiting(Thread thread) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> WAITS.contains(thread.getState()));
  }

  @ParameterizedTest
  @CsvSource({"1, INPUT", "2, INPUT", "2, COMPLETION", "3, INPUT"})
  default void neverDoMoreTasksRunAtOnceThanThereAreWorkers(int workers, Job.Order order) {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var tasks =
        Bodies.skewed(20_000).stream()
            .map(
                task ->
                    Task.of(
                        () -> {
                          most.accumulateAndGet(running.incrementAndGet(), Math::max);
                          try {
                            return task.body().call();
                          } finally {
                            running.decrementAndGet();
                          }
                        }))
            .toList();

    try (var outcomes = model(Staff.of(workers)).start(Job.of(tasks).in(order))) {
      outcomes.forEachRemaining(_ -> {});
    }

    assertTrue(most.get() <= workers, () -> most + " at once");
  }

  @Test
  default void unorderedOutcomesComeAsTasksComplete() {
    var secondIsHandedOver = new CountDownLatch(1);
    var first =
        Task.of(
            () -> {
              secondIsHandedOver.await();
              return "slow";
            });
    var job = Job.of(List.of(first, Task.of(() -> "quick"))).unordered();
    var indices = new ArrayList<Long>();
    try (var outcomes = model(Staff.of(2)).start(job)) {
      outcomes.forEachRemaining(
          outcome -> {
            indices.add(outcome.index());
            secondIsHandedOver.countDown();
          });
    }

    assertEquals(List.of(1L, 0L), indices);
  }

  // ---- the window

  @Test
  default void tasksBeginBeforeAnOutcomeIsAskedFor() {
    var begun = new CountDownLatch(1);
    var task =
        Task.of(
            () -> {
              begun.countDown();
              return 1;
            });

    try (var _ = model(Staff.of(2)).start(Job.of(List.of(task)))) {
      await().pollDelay(Duration.ZERO).until(() -> begun.getCount() == 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 4_096})
  default void neverAreMoreTasksInFlightThanTheWindowHolds(int window) {
    var tasks = new InFlight<>(Bodies.endless(index -> Task.of(() -> index)));
    try (var outcomes = model(Staff.of(2)).start(Job.of(tasks).window(window))) {
      for (int i = 0; i < 10 * window; i++) {
        assertEquals(i, outcomes.next().index());
        tasks.handedOver();
      }
    }

    assertTrue(tasks.most() <= window, () -> tasks.most() + " in flight");
  }

  // ---- failures

  @ParameterizedTest
  @EnumSource(Staff.Kind.class)
  default void theFirstFailureInterruptsWhatRuns(Staff.Kind kind) {
    var otherRuns = new CountDownLatch(1);
    var otherIsInterrupted = new CountDownLatch(1);
    var failing =
        Task.<String>of(
            () -> {
              otherRuns.await();
              throw new IOException("on purpose");
            });
    var job = Job.of(List.of(failing, sayingWhenInterrupted(otherRuns, otherIsInterrupted)));

    var thrown =
        assertThrows(TaskFailedException.class, () -> model(new Staff(2, kind)).values(job));

    assertAll(
        () -> assertEquals(0, thrown.index()),
        () -> assertEquals(0, otherIsInterrupted.getCount()),
        () ->
            assertEquals(
                0, thrown.getSuppressed().length, "the interrupt is no failure of its own"));
  }

  /** A failure after another may come of the interrupt; so only such as come at the same time. */
  @Test
  default void aFailureAtTheSameTimeIsSuppressed() {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .atMost(Duration.ofMinutes(1))
        .until(this::twoFailWithASuppressed);
  }

  private boolean twoFailWithASuppressed() {
    var arrived = new AtomicInteger();
    Task<String> failing =
        Task.of(
            () -> {
              arrived.incrementAndGet();
              while (arrived.get() < 2) {
                Thread.onSpinWait(); // a barrier would let one go before the other wakes up
              }
              throw new IOException("on purpose");
            });

    var thrown =
        assertThrows(
            TaskFailedException.class,
            () -> model(Staff.of(2)).values(Job.of(List.of(failing, failing))));

    for (var suppressed : thrown.getSuppressed()) {
      var other = assertInstanceOf(TaskFailedException.class, suppressed);
      assertEquals(1, thrown.index() + other.index());
      assertInstanceOf(IOException.class, other.getCause());
    }
    return thrown.getSuppressed().length == 1;
  }

  // ---- timeouts and ends

  /** Seed 003's worker ends with the call that is cancelled, and nobody starts another. */
  @Test
  default void seed003sWorkerPoolLosesAWorkerOnCancellationOursKeepsIt() throws Exception {
    var time = new VirtualTime();
    var begun = new Semaphore(0);
    var never = new CountDownLatch(1);
    var barrier = new CyclicBarrier(2);
    var tasks = new ArrayList<Task<Integer>>();
    for (int i = 0; i < 6; i++) {
      tasks.add(
          Task.of(
              () -> {
                begun.release();
                never.await();
                return -1;
              }));
    }
    tasks.add(meeting(barrier, 6));
    tasks.add(meeting(barrier, 7));
    var job =
        Job.of(tasks)
            .returningExceptions()
            .taskTimeout(LIMIT)
            .timedBy(time)
            .window(SMALL_WINDOW); // each task is a chunk: the two that meet must not be one
    var run = Background.start(() -> model(Staff.of(2)).outcomes(job));

    for (int i = 0; i < 3; i++) {
      begun.acquire(2);
      time.advance(LIMIT);
    }

    var outcomes = run.result();
    assertAll(
        () ->
            assertTrue(outcomes.subList(0, 6).stream().allMatch(Outcome.Failed.class::isInstance)),
        () -> assertEquals(new Outcome.Done<>(6, 6), outcomes.get(6)),
        () -> assertEquals(new Outcome.Done<>(7, 7), outcomes.get(7)));
  }

  @Test
  default void aRunOverItsTimeoutInterruptsAllThatRuns() throws Exception {
    var time = new VirtualTime();
    var running = new CountDownLatch(2);
    var interrupted = new CountDownLatch(2);
    var job =
        Job.of(
                List.of(
                    sayingWhenInterrupted(running, interrupted),
                    sayingWhenInterrupted(running, interrupted)))
            .timeout(LIMIT)
            .timedBy(time);
    var run = Background.start(() -> model(Staff.of(2)).values(job));
    running.await();

    time.advance(LIMIT);

    assertThrows(TimedOutException.class, run::result);
    assertEquals(0, interrupted.getCount());
  }

  @ParameterizedTest
  @EnumSource(Staff.Kind.class)
  default void closingInterruptsAllThatRuns(Staff.Kind kind) throws Exception {
    var running = new CountDownLatch(2);
    var interrupted = new CountDownLatch(2);
    var task = sayingWhenInterrupted(running, interrupted);

    // one worker more than tasks: the last may wait until an outcome is asked for
    var outcomes =
        model(new Staff(3, kind)).start(Job.of(List.of(task, task)).returningExceptions());
    running.await();

    outcomes.close();

    assertEquals(0, interrupted.getCount());
  }

  private static Task<Integer> meeting(CyclicBarrier barrier, int value) {
    return Task.of(
        () -> {
          barrier.await();
          return value;
        });
  }

  private static Task<String> sayingWhenInterrupted(
      CountDownLatch running, CountDownLatch interrupted) {
    return Task.of(
        () -> {
          running.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
          return "";
        });
  }
}
