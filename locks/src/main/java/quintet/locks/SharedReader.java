package quintet.locks;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.Closeable;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import quintet.workloads.catalog.Block;
import quintet.workloads.catalog.BlockReader;
import quintet.workloads.catalog.Source;

/**
 * One reader for many threads: each claim gives the next block to one of them.
 *
 * <p>Thread-safe: one lock covers the read and the number, so that the numbers are the blocks'
 * order. Proof: {@code SharedReaderClaimProof}.
 */
public final class SharedReader implements Closeable {

  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private final BlockReader reader;

  @GuardedBy("lock")
  private long blocks;

  public SharedReader(List<Source> sources) {
    reader = new BlockReader(sources);
  }

  /**
   * Fills the caller's own block with what comes next.
   *
   * @return the block's number, counted from 0; at the end of the input a negative number, which
   *     {@link #blocksBefore} reads
   */
  public long claim(Block block) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      return reader.fill(block) ? blocks++ : -1 - blocks;
    } finally {
      lock.unlock();
    }
  }

  /** How many blocks there were before the end that {@link #claim} returned. */
  public static long blocksBefore(long end) {
    return -1 - end;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      reader.close();
    } finally {
      lock.unlock();
    }
  }
}
