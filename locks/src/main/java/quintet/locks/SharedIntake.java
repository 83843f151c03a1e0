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
 * source takes. Proof: {@code SharedIntakeClaimProof}.
 */
public final class SharedIntake<T extends @Nullable Object> {

  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private final Intake<T> intake;

  public SharedIntake(Intake<T> intake) {
    this.intake = intake;
  }

  /** The next chunk, of at most so many tasks; null if there are no more. */
  public @Nullable Chunk<T> claim(int atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      return intake.next(atMost);
    } finally {
      lock.unlock();
    }
  }
}
