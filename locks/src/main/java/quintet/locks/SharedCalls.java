package quintet.locks;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import quintet.workloads.harvest.Call;
import quintet.workloads.harvest.Calls;
import quintet.workloads.harvest.Job;

/**
 * The calls of one run, for many threads: each call goes to one of them.
 *
 * <p>Thread-safe: one lock, held while the source gives the next URL. Proof: {@code
 * SharedCallsProof}.
 */
public final class SharedCalls {

  private final ReentrantLock lock;

  @GuardedBy("lock")
  private final Calls calls;

  public SharedCalls(Job job, ReentrantLock lock) {
    this.lock = lock;
    calls = new Calls(job);
  }

  /** The next call, or null after the last. */
  public @Nullable Call next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      return calls.next();
    } finally {
      lock.unlock();
    }
  }

  long skipped() {
    lock.lock();
    try {
      return calls.skipped();
    } finally {
      lock.unlock();
    }
  }
}
