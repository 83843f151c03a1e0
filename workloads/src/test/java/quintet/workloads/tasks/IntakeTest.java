package quintet.workloads.tasks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The pull of chunks, as far as the contract does not reach. */
final class IntakeTest {

  @Test
  void chunksAreNumberedAndHaveTheirTasksInOrder() {
    var intake = intake(Job.of(Bodies.skewed(5)), 1);
    intake.pace().observe(1_000, 1);
    var pulled = new ArrayList<Chunk<Integer>>(); // all, before the first is done and timed
    for (var chunk = intake.next(2); chunk != null; chunk = intake.next(2)) {
      pulled.add(chunk);
    }
    var chunks = new ArrayList<String>();
    for (var chunk : pulled) {
      chunk.runAt(Supervision.of(Job.of(Bodies.skewed(0)), 1).worker(0));
      chunks.add(chunk.number() + ": " + chunk.room() + " from " + chunk.value(0));
    }

    assertEquals(List.of("0: 2 from 0", "1: 2 from 2", "2: 1 from 4"), chunks);
  }

  @Test
  void afterTheEndTheSourceIsNotAskedAgain() {
    var tasks = new InFlight<>(Bodies.skewed(3));
    var intake = intake(Job.of(tasks), 1);
    intake.pace().observe(1_000, 1);

    var chunk = intake.next(10);

    assertAll(
        () -> assertEquals(3, roomOf(chunk)),
        () -> assertNull(intake.next(10)),
        () -> assertNull(intake.next(10)),
        () -> assertEquals(3, tasks.pulled()));
  }

  @Test
  void nothingIsPulledForARunThatIsStopped() {
    var tasks = new InFlight<>(Bodies.skewed(3));
    var job = Job.of(tasks);
    var supervision = Supervision.of(job, 1);
    var intake = new Intake<>(job, 1, supervision);

    supervision.stop();

    assertAll(() -> assertNull(intake.next(1)), () -> assertEquals(0, tasks.pulled()));
  }

  @Test
  void aSourceThatThrowsInTheMiddleOfAChunkGivesTheTasksBefore() {
    var failure = new IllegalStateException("the source broke");
    var job = Job.of(Bodies.failingAfter(Bodies.skewed(3), failure));
    var supervision = Supervision.of(job, 1);
    var intake = new Intake<>(job, 1, supervision);
    intake.pace().observe(1_000, 1);

    var chunk = intake.next(10);

    assertAll(
        () -> assertEquals(3, roomOf(chunk)),
        () -> assertSame(failure, supervision.sourceFailure()),
        () -> assertNull(intake.next(10)));
  }

  @Test
  void theWindowHoldsFourOfTheLargestChunksAWorker() {
    var intake = intake(Job.of(Bodies.skewed(1)).window(4_096), 2);
    intake.pace().observe(1_000, 1);

    assertEquals(512, intake.nextRoom());
  }

  @Test
  void aSmallWindowMakesChunksOfATask() {
    var intake = intake(Job.of(Bodies.skewed(1)).window(1), 16);
    intake.pace().observe(1_000, 1);

    assertEquals(1, intake.nextRoom());
  }

  @Test
  void beforeAnythingIsKnownAChunkIsATaskWithTheRoomOfALargeOne() {
    var tasks = new InFlight<>(Bodies.skewed(10));
    var intake = intake(Job.of(tasks).window(4_096), 2);

    var chunk = intake.next(intake.nextRoom());

    assertAll(() -> assertEquals(512, roomOf(chunk)), () -> assertEquals(1, tasks.pulled()));
  }

  /** Who waited for room long enough knows more than when the wait began. */
  @Test
  void aChunkIsAsLargeAsIsKnownWhenItIsPulled() {
    var tasks = new InFlight<>(Bodies.skewed(1_000));
    var intake = intake(Job.of(tasks).window(4_096), 2);
    int room = intake.nextRoom();
    intake.pace().observe(1, 20_000_000);

    var chunk = intake.next(room);

    assertAll(() -> assertEquals(1, roomOf(chunk)), () -> assertEquals(1, tasks.pulled()));
  }

  private static Intake<Integer> intake(Job<Integer> job, int workers) {
    return new Intake<>(job, workers, Supervision.of(job, workers));
  }

  private static int roomOf(@Nullable Chunk<Integer> chunk) {
    return chunk == null ? 0 : chunk.room();
  }
}
