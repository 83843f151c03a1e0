package quintet.workloads.tasks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PaceTest {

  private final Pace pace = new Pace(true);

  @Test
  void beforeAnythingIsKnownAChunkIsOneTask() {
    assertAll(() -> assertEquals(1, pace.chunk(1_000)), () -> assertFalse(pace.consumerHelps()));
  }

  @Test
  void aChunkTakesSomeTensOfMicroseconds() {
    pace.observe(1, 1_000);

    assertEquals(50, pace.chunk(1_000));
  }

  @Test
  void aChunkIsNeverMoreThanTheMost() {
    pace.observe(10, 10);

    assertEquals(7, pace.chunk(7));
  }

  @Test
  void aChunkIsNeverLessThanATask() {
    pace.observe(1, 60_000_000_000L);

    assertEquals(1, pace.chunk(1_000));
  }

  @Test
  void tasksThatTakeNoTimeAtAllMakeTheLargestChunk() {
    pace.observe(1, 0);

    assertEquals(1_000, pace.chunk(1_000));
  }

  @Test
  void anObservationCountsForHalf() {
    pace.observe(1, 1_000);
    pace.observe(1, 3_000);

    assertEquals(25, pace.chunk(1_000)); // 2 us a task
  }

  @Test
  void aJumpCountsAtOnce() {
    pace.observe(1, 100);
    pace.observe(1, 10_000);

    assertEquals(5, pace.chunk(1_000));
  }

  @Test
  void aConsumerHelpsWithShortTasksOnly() {
    pace.observe(1, 400_000);
    boolean withShort = pace.consumerHelps();
    pace.observe(1, 100_000_000);

    assertAll(() -> assertTrue(withShort), () -> assertFalse(pace.consumerHelps()));
  }

  @Test
  void aConsumerWhoMayNotHelpDoesNot() {
    var unhelped = new Pace(false);
    unhelped.observe(1, 100);

    assertFalse(unhelped.consumerHelps());
  }
}
