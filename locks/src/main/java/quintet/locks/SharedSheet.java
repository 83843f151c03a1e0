package quintet.locks;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import quintet.workloads.harvest.Delivery;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Rows;
import quintet.workloads.harvest.Summary;

/**
 * One CSV for many threads: their rows are in it whole, each once, in any order.
 *
 * <p>Thread-safe: one lock, held for one write. Rows come formatted, one or many at a time: threads
 * whose rows come faster than they can be written one by one bring some dozens. The lock is not
 * fair: a fair one would make each thread wait for its turn, and the processor with it. Proof:
 * {@code SharedSheetProof}.
 */
public final class SharedSheet {

  private final ReentrantLock lock;

  @GuardedBy("lock")
  private final Delivery delivery;

  public SharedSheet(Job job, ReentrantLock lock) {
    this.lock = lock;
    delivery = new Delivery(job);
  }

  /** Writes these rows, and makes {@code rows} empty. */
  public void append(Rows rows) throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      delivery.accept(rows);
    } finally {
      lock.unlock();
    }
  }

  public Summary summary(long skipped) {
    lock.lock();
    try {
      return delivery.summary(skipped);
    } finally {
      lock.unlock();
    }
  }
}
