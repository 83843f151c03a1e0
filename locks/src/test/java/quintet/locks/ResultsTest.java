package quintet.locks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import quintet.workloads.tasks.Chunk;
import quintet.workloads.tasks.Intake;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Supervision;
import quintet.workloads.tasks.Task;
import quintet.workloads.testing.Background;

/** What the results answer, and who is woken by what. */
final class ResultsTest {

  private static final int WINDOW = 3;

  private final Results<Integer> results = new Results<>(WINDOW, true);
  private final Intake<Integer> intake = intake();
  private final Chunk<Integer> first = Objects.requireNonNull(intake.next(1));
  private final Chunk<Integer> second = Objects.requireNonNull(intake.next(1));

  private static Intake<Integer> intake() {
    var job = Job.of(List.of(Task.of(() -> 1), Task.of(() -> 2)));
    return new Intake<>(job, 1, Supervision.of(job, 1));
  }

  @Test
  void chunksComeInTheirOrder() throws Exception {
    results.reserve(2);
    results.put(second);
    var before = results.poll();
    results.put(first);

    assertAll(
        () -> assertNull(before),
        () -> assertSame(first, results.take()),
        () -> assertSame(second, results.take()));
  }

  @Test
  void orAsTheyWerePut() throws Exception {
    var unordered = new Results<Integer>(WINDOW, false);
    unordered.reserve(2);
    unordered.put(second);
    unordered.put(first);

    assertAll(
        () -> assertSame(second, unordered.poll()), () -> assertSame(first, unordered.take()));
  }

  @Test
  void whoWaitsForRoomGetsItWhenItIsReleased() throws Exception {
    results.reserve(WINDOW);
    var waiting = Background.start(() -> reserved(2));

    results.release(1);
    results.release(1);

    assertEquals(2, waiting.result());
  }

  @Test
  void roomForTwoIsGivenToTwo() throws Exception {
    results.reserve(WINDOW);
    var waiting = List.of(Background.start(() -> reserved(1)), Background.start(() -> reserved(1)));

    waiting.forEach(Background::awaitWaiting);
    results.release(2);

    for (var one : waiting) {
      assertEquals(1, one.result());
    }
  }

  @Test
  void allWhoWaitForRoomAreWokenAtTheEnd() throws Exception {
    results.reserve(WINDOW);
    var waiting = List.of(Background.start(() -> reserved(1)), Background.start(() -> reserved(1)));

    waiting.forEach(Background::awaitWaiting);
    results.end();

    for (var one : waiting) {
      assertEquals(1, one.result());
    }
  }

  @Test
  void whoWaitsForRoomCanBeInterrupted() throws Exception {
    results.reserve(WINDOW);
    var waiting = Background.start(() -> reserved(1));

    waiting.interrupt();

    assertThrows(InterruptedException.class, waiting::result);
  }

  @Test
  void theEndComesWhenNothingIsInFlight() throws Exception {
    results.reserve(2);
    results.put(first);
    results.end();
    var consumer =
        Background.start(
            () -> {
              var taken = results.take();
              results.release(1);
              assertNotNull(taken);
              return results.take() == null;
            });

    results.release(1); // room that a worker did not need

    assertTrue(consumer.result());
  }

  @Test
  void aConsumerWaitsToHelpUntilAWorkerStandsAside() throws Exception {
    results.consumerHelps(true);
    var consumer = Background.start(() -> results.reserveUnlessNext(1));
    var worker = Background.start(this::stoodAside);

    assertTrue(consumer.result());
    results.consumerHelps(false);
    assertEquals("back", worker.result());
  }

  @Test
  void aConsumerHelpsInThePlaceOfAWorkerThatHasNotBegun() throws Exception {
    results.setAside(true);

    assertTrue(results.reserveUnlessNext(1));
  }

  @Test
  void aWorkerThatHasBegunIsNotAsideAnyMore() throws Exception {
    results.setAside(true);
    results.setAside(false);

    assertFalse(isToHelpWhenTheEndComes());
  }

  @Test
  void whoAwaitsTheNextChunkLeavesItThere() throws Exception {
    results.reserve(1);
    results.put(first);

    results.awaitNext(Long.MAX_VALUE);

    assertSame(first, results.poll());
  }

  @Test
  void whoAwaitsTheNextChunkInVainGoesOnInTheEnd() throws Exception {
    results.awaitNext(1);

    assertNull(results.poll());
  }

  @Test
  void aConsumerDoesNotHelpWhenTheNextChunkIsThere() throws Exception {
    results.consumerHelps(true);
    results.reserve(1);
    var consumer = Background.start(() -> results.reserveUnlessNext(1));

    results.put(first);

    assertFalse(consumer.result());
  }

  @Test
  void atTheEndThereIsNothingToHelpWith() throws Exception {
    results.consumerHelps(true);

    assertFalse(isToHelpWhenTheEndComes());
  }

  /** What a consumer is told that waits until then. */
  private boolean isToHelpWhenTheEndComes() throws Exception {
    var consumer = Background.start(() -> results.reserveUnlessNext(1));
    consumer.awaitWaiting();
    results.end();
    return consumer.result();
  }

  @Test
  void whoStandsAsideComesBackAtTheEnd() throws Exception {
    results.consumerHelps(true);
    var worker = Background.start(this::stoodAside);

    worker.awaitWaiting();
    results.end();

    assertEquals("back", worker.result());
  }

  private int reserved(int tasks) throws InterruptedException {
    results.reserve(tasks);
    return tasks;
  }

  private String stoodAside() throws InterruptedException {
    results.awaitConsumerNeedsHelp();
    return "back";
  }
}
