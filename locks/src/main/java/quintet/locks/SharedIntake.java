package quintet.locks;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import quintet.workloads.tasks.Chunk;
import quintet.workloads.tasks.Intake;

/**
 * One source of tasks for many threads: each claim gives the next chunk to one of them.
 *
 * <p>Thread-safe: one lock covers the source and the chunks' numbers. It is held for as long as the
 * source takes, and released before the lock of the results is taken. Proof: {@code
 * SharedIntakeClaimProof}.
 */
public final class SharedIntake<T extends @Nullable Object> {

  /** Longer than most sources take for a chunk, and about as long as it takes to be woken. */
  private static final long SPIN_NANOS = 20_000;

  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private final Intake<T> intake;

  private final Results<T> results;

  /**
   * @param results is told of room that a chunk does not need, and of the end of the source
   */
  public SharedIntake(Intake<T> intake, Results<T> results) {
    this.intake = intake;
    this.results = results;
  }

  /**
   * The next chunk; null if there are no more.
   *
   * @param room reserved for it, in tasks; gives back what it does not need
   */
  public @Nullable Chunk<T> claim(int room) throws InterruptedException {
    var chunk = next(room);
    if (chunk == null) {
      results.end();
      results.release(room);
    } else if (chunk.room() < room) {
      results.release(room - chunk.room());
    }
    return chunk;
  }

  private @Nullable Chunk<T> next(int atMost) throws InterruptedException {
    awaitUnlocked();
    lock.lockInterruptibly();
    try {
      return intake.next(atMost);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Stays awake for a moment while another pulls, which is soon over: to sleep and be woken takes
   * longer. Who waits in vain has lost no more than the sleep costs.
   */
  private void awaitUnlocked() {
    long begun = System.nanoTime();
    while (lock.isLocked() && System.nanoTime() - begun < SPIN_NANOS) {
      Thread.onSpinWait();
    }
  }
}
