package quintet.locks;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes numbered elements in any order from many threads and gives them in order to one consumer.
 *
 * <p>Thread-safe: one lock, and a condition for each thing that can be waited for. A place is
 * reserved before its number is claimed, so a put never waits, and the number of elements under way
 * never exceeds the capacity. Waits are in loops, since a wake-up is only a hint (JLS 17.2.1).
 * Proofs: {@code ReorderBufferProof}, {@code EndOfInputProof}, {@code ReorderBufferLincheckTest}.
 */
public final class ReorderBuffer<E> {

  private static final long UNKNOWN = Long.MAX_VALUE;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition roomOrEnd = lock.newCondition();
  private final Condition nextOrEnd = lock.newCondition();

  @GuardedBy("lock")
  private final @Nullable Object[] slots;

  @GuardedBy("lock")
  private int reserved;

  @GuardedBy("lock")
  private long next;

  @GuardedBy("lock")
  private long end = UNKNOWN;

  public ReorderBuffer(int capacity) {
    slots = new Object[capacity];
  }

  /** Waits for a place; returns at once when the end is known, since there is nothing to claim. */
  public void reserve() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (reserved == slots.length && end == UNKNOWN) {
        roomOrEnd.await();
      }
      reserved++;
    } finally {
      lock.unlock();
    }
  }

  /** Reserves a place if there is one. */
  public boolean tryReserve() {
    lock.lock();
    try {
      if (reserved == slots.length || end != UNKNOWN) {
        return false;
      }
      reserved++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Puts in the element with this number. Call only with a place reserved. */
  public void put(long number, E element) {
    lock.lock();
    try {
      slots[slot(number)] = element;
      if (number == next) {
        nextOrEnd.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Says that there are so many elements in all. Saying it again changes nothing. */
  public void endAt(long count) {
    lock.lock();
    try {
      end = count;
      roomOrEnd.signalAll();
      nextOrEnd.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The element whose turn it is, or null if it is not there. Consumer only. */
  public @Nullable E poll() {
    lock.lock();
    try {
      return removeNext();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the element whose turn it is; null when all were taken. Consumer only. */
  public @Nullable E take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (slots[slot(next)] == null && next != end) {
        nextOrEnd.await();
      }
      return removeNext();
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  @SuppressWarnings("unchecked") // put() takes nothing but E
  private @Nullable E removeNext() {
    int slot = slot(next);
    var element = (E) slots[slot];
    if (element != null) {
      slots[slot] = null;
      next++;
      reserved--;
      roomOrEnd.signal();
    }
    return element;
  }

  @GuardedBy("lock")
  private int slot(long number) {
    return (int) (number % slots.length);
  }
}
