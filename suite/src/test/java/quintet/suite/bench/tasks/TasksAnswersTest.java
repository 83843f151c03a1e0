package quintet.suite.bench.tasks;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import quintet.suite.bench.kit.Cache;
import quintet.workloads.tasks.Time;
import quintet.workloads.tasks.data.Errand;
import quintet.workloads.tasks.data.Kernel;

/** What is timed is right: every contender finds what the loop finds, and holds what it says. */
@Timeout(60)
final class TasksAnswersTest {

  /** More than any window. */
  private static final int TASKS = 10_000;

  private static final Kernel TASK = new Kernel(SharedCalibration.SEED, 5, 100);

  private final Crew crew = new Crew(2);

  static Stream<Way> ways() {
    return Stream.of(
            Stream.of(Player.values()).map(Player::way),
            Stream.of(Peer.values()).map(Peer::way),
            Stream.of(Form.values()).map(Form::way))
        .flatMap(way -> way);
  }

  static Stream<Way> boundedWays() {
    return ways().filter(way -> way.window() != Way.ALL);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void everyWayListsTheResultsOfTheLoop(Way way) throws Exception {
    assertEquals(expected(), way.list(crew, TASKS, TASK));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void everyWayStreamsTheResultsOfTheLoop(Way way) throws Exception {
    Digest.of(way, Mode.STREAMED, crew, TASKS, TASK)
        .mustEqual(Digest.of(new Loop(), Mode.ORDERED, crew, TASKS, TASK));
  }

  @ParameterizedTest
  @MethodSource("boundedWays")
  void aBoundedWayNeverHasMoreInFlightThanItsWindow(Way way) throws Exception {
    var inFlight = new AtomicInteger();
    var most = new AtomicInteger();
    way.stream(
        crew,
        TASKS,
        number -> {
          most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
          return TASK.applyAsLong(number);
        },
        _ -> inFlight.decrementAndGet());
    assertTrue(most.get() <= way.window(), most + " in flight, of " + way.window());
  }

  /** The first task waits until as many are started as may be; then it is seen whether more are. */
  @ParameterizedTest
  @MethodSource("boundedWays")
  void aSlowFirstTaskDoesNotLetMoreBeStartedThanTheWindowHolds(Way way) throws Exception {
    var started = new AtomicInteger();
    var before = new AtomicInteger();
    way.stream(
        crew,
        TASKS,
        number -> {
          if (number == 0) {
            int seen = -1;
            while (seen != started.get()) { // until nobody starts any more
              seen = started.get();
              var _ = Kernel.hash(number, 5_000_000);
            }
            before.set(seen);
          }
          started.incrementAndGet();
          return number;
        },
        _ -> {});
    assertTrue(before.get() <= way.window(), before + " started, of " + way.window());
  }

  static Stream<Waiting> waysToWait() {
    return Stream.concat(
        Stream.of(WaitingPeer.values()), Stream.of(Waiter.values()).map(Waiter::way));
  }

  @ParameterizedTest
  @MethodSource("waysToWait")
  void everyWayToWaitHasTheResultsInOrder(Waiting way) throws Exception {
    var task = new Errand(Duration.ofNanos(1), Time.SYSTEM);
    assertEquals(Waiter.LOOP.way().list(1, 100, task), way.list(7, 100, task));
  }

  @ParameterizedTest
  @MethodSource("waysToWait")
  void noMoreTasksWaitThanMay(Waiting way) throws Exception {
    var waiting = new AtomicInteger();
    var most = new AtomicInteger();
    var _ =
        way.list(
            7,
            500,
            number -> {
              most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
              var _ = Kernel.hash(number, 1_000);
              waiting.decrementAndGet();
              return number;
            });
    assertTrue(most.get() <= 7, most + " waited");
  }

  @Test
  void aWrongAnswerIsNotTimed() throws Exception {
    var expected = Digest.of(new Loop(), Mode.STREAMED, crew, TASKS, TASK);
    var found =
        Digest.of(new Loop(), Mode.STREAMED, crew, TASKS, new Kernel(SharedCalibration.SEED, 6, 1));
    assertThrows(IllegalStateException.class, () -> found.mustEqual(expected));
  }

  @Test
  void oneTaskInAHundredIsLonger() {
    var usual = new Kernel(SharedCalibration.SEED, 1, 1);
    var skewed = new Kernel(SharedCalibration.SEED, 1, 100);
    long longer =
        LongStream.range(0, 100_000)
            .filter(number -> usual.applyAsLong(number) != skewed.applyAsLong(number))
            .count();
    assertTrue(longer > 900 && longer < 1_100, longer + " of 100,000");
  }

  /** The machine's folder of inputs, but empty. */
  @Nested
  final class WithCalibration {

    @TempDir static Path cache;

    @BeforeAll
    static void useOwnCache() {
      System.setProperty(Cache.FOLDER, cache.toString());
    }

    @AfterAll
    static void useUsualCache() {
      System.clearProperty(Cache.FOLDER);
    }

    @Test
    void aMachineIsCalibratedOnce() throws Exception {
      new SharedCalibration().prepare(Map.of());
      int first = SharedCalibration.roundsPerMilli();
      new SharedCalibration().prepare(Map.of());
      assertTrue(first > 0);
      assertEquals(first, SharedCalibration.roundsPerMilli());
    }

    /** The set-up compares with the loop. */
    @ParameterizedTest
    @EnumSource
    void everySiteHasTheResultsOfTheLoop(Site site) throws Exception {
      new SharedCalibration().prepare(Map.of());
      var benchmark = new TasksProcesses();
      benchmark.span = Span.MILLIS_1;
      benchmark.site = site;
      try {
        assertDoesNotThrow(benchmark::checkAnswer);
      } finally {
        benchmark.stop();
      }
    }
  }

  private List<Long> expected() {
    return LongStream.range(0, TASKS).map(TASK).boxed().toList();
  }
}
