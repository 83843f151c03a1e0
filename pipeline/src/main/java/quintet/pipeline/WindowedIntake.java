package quintet.pipeline;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import quintet.workloads.tasks.Chunk;
import quintet.workloads.tasks.Intake;

/**
 * Pulls chunks when there is room for them in the window. The consumer gives their room back when
 * it has handed them over: that is the pipeline's back-pressure.
 *
 * <p>To wake the source costs as much as several tasks. So the consumer keeps what room it has to
 * give until it is a lot, or until it waits itself: what it keeps could be what the source waits
 * for.
 *
 * <p>Thread-safe for one thread that pulls and one consumer: they share a semaphore.
 *
 * @param <T> the type of the values
 */
final class WindowedIntake<T extends @Nullable Object> {

  private static final int LOTS = 4;

  private final Intake<T> intake;
  private final int lot;
  private final Semaphore room;

  /** Confined to the consumer. */
  private int kept;

  /**
   * @param intake is pulled here only
   * @param window how many tasks there is room for
   */
  WindowedIntake(Intake<T> intake, int window) {
    this.intake = intake;
    lot = Math.max(1, window / LOTS);
    room = new Semaphore(window);
  }

  /** Waits for room, and pulls the next chunk; null if there are no more. Source only. */
  @Nullable Chunk<T> next() throws InterruptedException {
    int wanted = intake.nextRoom();
    room.acquire(wanted);
    var chunk = intake.next(wanted);
    if (chunk != null) {
      room.release(wanted - chunk.room());
    }
    return chunk;
  }

  /** So much room is free again. Consumer only. */
  void giveRoom(int tasks) {
    kept += tasks;
    if (kept >= lot) {
      giveWhatIsKept();
    }
  }

  /** Keeps no room back. Consumer only, before it waits. */
  void giveWhatIsKept() {
    room.release(kept);
    kept = 0;
  }
}
