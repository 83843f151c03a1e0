package quintet.workloads.tasks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How a chunk is left, as far as the contract does not reach. */
final class ChunkTest {

  private final Supervision[] supervision = new Supervision[1];

  @Test
  void aWorkerOfARunThatGoesOnComesBackWithoutAnInterrupt() {
    var chunk = chunkOf(Job.of(List.of(interrupting(), Task.of(() -> 2))));

    chunk.runAt(supervision[0].worker(0));

    assertAll(() -> assertFalse(Thread.interrupted()), () -> assertEquals(2, chunk.done()));
  }

  /** Or else it might go on to wait for something, which nobody would end. */
  @Test
  void aWorkerOfARunThatIsStoppedComesBackInterrupted() {
    var chunk = chunkOf(Job.of(List.of(stopping(), Task.of(() -> 2))));

    chunk.runAt(supervision[0].worker(0));

    assertAll(() -> assertTrue(Thread.interrupted()), () -> assertEquals(1, chunk.done()));
  }

  @Test
  void soDoesAWorkerOfARunWithTimeouts() {
    var chunk =
        chunkOf(Job.of(List.of(stopping(), Task.of(() -> 2))).taskTimeout(Duration.ofHours(1)));

    chunk.runAt(supervision[0].worker(0));

    assertAll(() -> assertTrue(Thread.interrupted()), () -> assertEquals(1, chunk.done()));
  }

  @Test
  void aTaskIsInterruptedByItsOwnDeadlineOnly() {
    var chunk =
        chunkOf(
            Job.of(List.of(overdue(), Task.of(() -> Thread.interrupted() ? 1 : 0)))
                .returningExceptions()
                .taskTimeout(Duration.ofHours(1)));

    chunk.runAt(supervision[0].worker(0));

    var failed = assertInstanceOf(Outcome.Failed.class, chunk.outcome(0));
    assertAll(
        () -> assertInstanceOf(TimedOutException.class, failed.failure().getCause()),
        () -> assertEquals(new Outcome.Done<>(1, 0), chunk.outcome(1)));
  }

  @Test
  void aFailureAfterTheStopIsNotWhatEndedTheRun() {
    var chunk =
        chunkOf(
            Job.of(
                List.of(
                    Task.of(
                        () -> {
                          supervision[0].stop();
                          throw new IOException("of the interrupt");
                        }))));

    chunk.runAt(supervision[0].worker(0));

    assertAll(() -> assertTrue(Thread.interrupted()), () -> assertNull(supervision[0].cause()));
  }

  @Test
  void whatItTookToPullTasksCountsAsTheirs() {
    var job = Job.of(List.of(Task.of(() -> 1)));
    supervision[0] = Supervision.of(job, 1);
    var pace = new Pace(true);
    long anHour = Duration.ofHours(1).toNanos();
    var slots = new Object[] {Task.of(() -> 1)};

    new Chunk<Integer>(0, 0, anHour, slots, 1, 1, pace, supervision[0])
        .runAt(supervision[0].worker(0));

    assertAll(() -> assertEquals(1, pace.chunk(1_000)), () -> assertFalse(pace.consumerHelps()));
  }

  private Chunk<Integer> chunkOf(Job<Integer> job) {
    supervision[0] = Supervision.of(job, 1);
    var intake = new Intake<>(job, 1, supervision[0]);
    intake.pace().observe(1_000, 1); // or else a chunk would be a task
    return Objects.requireNonNull(intake.next(10));
  }

  private Task<Integer> stopping() {
    return Task.of(
        () -> {
          supervision[0].stop();
          return 1;
        });
  }

  private Task<Integer> overdue() {
    return Task.of(
        () -> {
          var seat = supervision[0].worker(0);
          return seat.shake(seat.deadline()) ? 1 : 0;
        });
  }

  private static Task<Integer> interrupting() {
    return Task.of(
        () -> {
          Thread.currentThread().interrupt();
          return 1;
        });
  }
}
