package quintet.locks;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import quintet.workloads.tasks.Chunk;

/**
 * Takes chunks of tasks from many threads and gives them to one consumer, in their order or as they
 * come; and counts the tasks in flight, from when room is reserved for them until they are handed
 * over.
 *
 * <pre>
 *   reserve --> (claim, do) --> put --> [ slots ] --> take --> (hand over) --> release
 *   |<-------------------------- in flight, at most the window -------------------->|
 * </pre>
 *
 * <p>Thread-safe: one lock, and a condition for each thing that can be waited for. Waits are in
 * loops, since a wake-up is only a hint (JLS 17.2.1). There is room for a chunk when it is put in,
 * because it has a task at least. The end is reached when the source has ended and nothing is in
 * flight. Proofs: {@code ResultsOrderProof}, {@code ResultsEndProof}, {@code ResultsRoomProof},
 * {@code ResultsTurnProof}.
 */
public final class Results<T extends @Nullable Object> {

  private final boolean ordered;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition roomOrEnd = lock.newCondition();
  private final Condition consumerNeedsHelp = lock.newCondition();
  private final Condition nextOrEnd = lock.newCondition();

  @GuardedBy("lock")
  private final @Nullable Chunk<T>[] slots;

  @GuardedBy("lock")
  private int inFlight;

  @GuardedBy("lock")
  private long arrived;

  @GuardedBy("lock")
  private long next;

  @GuardedBy("lock")
  private boolean ended;

  @GuardedBy("lock")
  private boolean consumerHelps;

  /** Whether a worker stands aside, in whose place the consumer may do tasks. */
  @GuardedBy("lock")
  private boolean aside;

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  public Results(int window, boolean ordered) {
    this.ordered = ordered;
    slots = new Chunk[window];
  }

  // ---- workers

  /** Waits until there is room for so many tasks, or the source has ended. */
  public void reserve(int tasks) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (inFlight + tasks > slots.length && !ended) {
        roomOrEnd.await();
      }
      inFlight += tasks;
      roomOrEnd.signal(); // there may be room for others too
    } finally {
      lock.unlock();
    }
  }

  /** Says whether a worker stands aside that has not begun yet. Only until it begins. */
  public void setAside(boolean isAside) {
    lock.lock();
    try {
      aside = isAside;
    } finally {
      lock.unlock();
    }
  }

  /** Waits, aside, until the consumer does not do tasks itself, or the source has ended. */
  public void awaitConsumerNeedsHelp() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (consumerHelps && !ended) {
        aside = true;
        nextOrEnd.signal();
        try {
          consumerNeedsHelp.await();
        } finally {
          aside = false;
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Puts in a chunk that is done. Call only with room reserved for its tasks. */
  public void put(Chunk<T> chunk) {
    lock.lock();
    try {
      long number = ordered ? chunk.number() : arrived++;
      slots[slot(number)] = chunk;
      if (number == next) {
        nextOrEnd.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Says that the source has ended. Saying it again changes nothing. */
  public void end() {
    lock.lock();
    try {
      ended = true;
      roomOrEnd.signalAll();
      consumerNeedsHelp.signalAll();
      nextOrEnd.signal();
    } finally {
      lock.unlock();
    }
  }

  // ---- the consumer, and workers with room that they did not need

  /** So many tasks are not in flight any more. */
  public void release(int tasks) {
    lock.lock();
    try {
      inFlight -= tasks;
      roomOrEnd.signal();
      if (ended && inFlight == 0) {
        nextOrEnd.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  // ---- the consumer

  /**
   * Waits until there is something to do for the consumer: to take, or to help.
   *
   * @return true if it is to help; then room is reserved for so many tasks
   */
  public boolean reserveUnlessNext(int tasks) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!hasNextOrEnd()) {
        if (aside && !ended && inFlight + tasks <= slots.length) {
          inFlight += tasks;
          return true;
        }
        nextOrEnd.await();
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Says whether the consumer does tasks rather than wait: then a worker less is needed. */
  public void consumerHelps(boolean helps) {
    lock.lock();
    try {
      consumerHelps = helps;
      if (!helps) {
        consumerNeedsHelp.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The chunk whose turn it is, or null if it is not there. */
  public @Nullable Chunk<T> poll() {
    lock.lock();
    try {
      return removeNext();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the chunk whose turn it is; null after the last. */
  public @Nullable Chunk<T> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!hasNextOrEnd()) {
        nextOrEnd.await();
      }
      return removeNext();
    } finally {
      lock.unlock();
    }
  }

  /** Waits so long for the chunk whose turn it is, or the end; and leaves it there. */
  public void awaitNext(long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (!hasNextOrEnd() && left > 0) {
        left = nextOrEnd.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private boolean hasNextOrEnd() {
    return slots[slot(next)] != null || (ended && inFlight == 0);
  }

  @GuardedBy("lock")
  private @Nullable Chunk<T> removeNext() {
    int slot = slot(next);
    var chunk = slots[slot];
    if (chunk != null) {
      slots[slot] = null;
      next++;
    }
    return chunk;
  }

  @GuardedBy("lock")
  private int slot(long number) {
    return (int) (number % slots.length);
  }
}
