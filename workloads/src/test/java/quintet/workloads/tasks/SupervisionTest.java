package quintet.workloads.tasks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import quintet.workloads.testing.Background;

/** Who is shaken when, in one thread; the contract does the rest. */
final class SupervisionTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Job<Integer> job = Job.of(List.of());

  @Test
  void stoppingShakesEverySeat() {
    var supervision = Supervision.of(job, 2);
    var seats = List.of(supervision.worker(0), supervision.worker(1), supervision.consumer());
    seats.forEach(seat -> seat.sit(Seat.FOREVER));

    supervision.stop();

    assertAll(
        () -> assertTrue(supervision.stopped()),
        () -> assertNull(supervision.cause()),
        () -> assertEquals(List.of(true, true, true), seats.stream().map(Seat::getUp).toList()));
  }

  @Test
  void theFirstCauseCounts() {
    var supervision = Supervision.of(job, 1);
    var first = new IllegalStateException("first");

    boolean firstCounts = supervision.stopBecause(first);
    boolean secondCounts = supervision.stopBecause(new IllegalStateException("second"));

    assertAll(
        () -> assertTrue(firstCounts),
        () -> assertFalse(secondCounts),
        () -> assertSame(first, supervision.cause()));
  }

  @Test
  void laterFailuresOfAllWhoWorkAreSuppressed() {
    var supervision = Supervision.of(job, 2);
    var first = failure(0);
    var ofAWorker = failure(1);
    var ofTheConsumer = failure(2);

    supervision.worker(1).keep(ofAWorker);
    supervision.consumer().keep(ofTheConsumer);
    supervision.addLaterFailuresTo(first);

    assertArrayEquals(new Throwable[] {ofAWorker, ofTheConsumer}, first.getSuppressed());
  }

  @Test
  void aConsumerAloneSitsInTheSeatThatTimeoutsShakeIfThereAreAny() {
    var without = Supervision.ofConsumerAlone(job);
    var with = Supervision.ofConsumerAlone(job.taskTimeout(LIMIT));

    assertAll(
        () -> assertSame(without.consumer(), without.consumerAtWork()),
        () -> assertNotSame(with.consumer(), with.consumerAtWork()),
        () -> assertTrue(with.consumerAtWork().isConsumers()));
  }

  @Test
  void workThatIsInterruptedEndsAndTheRunGoesOn() {
    var supervision = Supervision.of(job, 1);

    supervision
        .guarded(
            "a worker",
            () -> {
              throw new InterruptedException();
            })
        .run();

    assertFalse(supervision.stopped());
  }

  @Test
  void workThatBreaksEndsTheRun() {
    var supervision = Supervision.of(job, 1);
    var broken = new AssertionError("the model is broken");

    supervision
        .guarded(
            "a worker",
            () -> {
              throw broken;
            })
        .run();

    var cause = supervision.cause();
    assertNotNull(cause);
    assertAll(
        () -> assertTrue(supervision.stopped()),
        () -> assertEquals("a worker failed", cause.getMessage()),
        () -> assertSame(broken, cause.getCause()));
  }

  @Test
  void withoutATimeoutATaskHasNoDeadline() {
    assertEquals(Seat.FOREVER, Supervision.of(job, 1).taskDeadline());
  }

  @Test
  void theWatchShakesWhoIsOverdueAndNobodyElse() throws Exception {
    var time = new VirtualTime();
    var supervision = Supervision.of(job.taskTimeout(LIMIT).timedBy(time), 2);
    var overdue = supervision.worker(0);
    var inTime = supervision.worker(1);
    overdue.sit(supervision.taskDeadline());
    var watch = watching(supervision);
    time.advance(LIMIT.dividedBy(2));
    inTime.sit(supervision.taskDeadline());

    time.advance(LIMIT.dividedBy(2));
    while (!overdue.isShaken()) {
      Thread.onSpinWait();
    }

    assertAll(() -> assertFalse(inTime.getUp()), () -> assertTrue(overdue.getUp()));
    watch.interrupt();
    assertEquals("ended", watch.result());
  }

  @Test
  void theWatchEndsTheRunThatIsOverdue() throws Exception {
    var time = new VirtualTime();
    var supervision = Supervision.of(job.timeout(LIMIT).timedBy(time), 1);
    var watch = watching(supervision);

    time.advance(LIMIT);

    assertEquals("ended", watch.result());
    assertInstanceOf(TimedOutException.class, supervision.cause());
  }

  @Test
  void theWatchEndsWhenTheRunIsStopped() throws Exception {
    var time = new VirtualTime();
    var supervision = Supervision.of(job.taskTimeout(LIMIT).timedBy(time), 1);
    var watch = watching(supervision);
    time.advance(LIMIT.dividedBy(2)); // it sleeps, and goes on sleeping

    supervision.stop();
    time.advance(LIMIT);

    assertEquals("ended", watch.result());
  }

  private static Background<String> watching(Supervision supervision) {
    return Background.start(
        () -> {
          supervision.watch();
          return "ended";
        });
  }

  private static TaskFailedException failure(long index) {
    return new TaskFailedException(index, Task.of(() -> 1), new IOException());
  }
}
