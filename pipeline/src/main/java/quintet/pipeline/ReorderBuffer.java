package quintet.pipeline;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Takes numbered elements in any order from many producers and gives them in order to one consumer.
 *
 * <pre>
 *   number:     8   9  10  11
 *   slot:     [ .  | x | x | . ]      waits for 8; 9 and 10 are already there
 * </pre>
 *
 * <p>Lock-free: number {@code n} has slot {@code n % capacity}, and {@code put} releases what the
 * consumer's {@code poll} acquires (JLS 17.4.5; java.lang.invoke.VarHandle, "release/acquire").
 * Callers must never have more than {@code capacity} numbers in flight, so a slot is always empty
 * when its next number comes; here the number of parcels sees to that.
 *
 * <p>A signal is a permit: one that is given while the consumer is busy is not lost. Proofs: {@code
 * ReorderBufferOrderProof}, {@code ReorderBufferVisibilityProof}, {@code LostSignalProof}.
 */
public final class ReorderBuffer<E> {

  private final AtomicReferenceArray<@Nullable E> slots;
  private final Semaphore signals = new Semaphore(0);

  /** Confined to the consumer. */
  private long next;

  public ReorderBuffer(int capacity) {
    slots = new AtomicReferenceArray<>(capacity);
  }

  /** Puts in the element with this number, and wakes the consumer. */
  public void put(long number, E element) {
    slots.setRelease(slot(number), element);
    signal();
  }

  /** Wakes the consumer because there may be something for it to do. */
  public void signal() {
    signals.release();
  }

  /** Takes out the element whose turn it is, or null if it is not there. Consumer only. */
  public @Nullable E poll() {
    var element = slots.getAcquire(slot(next));
    if (element != null) {
      slots.setRelease(slot(next), null);
      next++;
    }
    return element;
  }

  /** Waits until there was a signal since the last call. Consumer only. */
  public void awaitSignal() throws InterruptedException {
    signals.acquire();
    signals.drainPermits();
  }

  private int slot(long number) {
    return (int) (number % slots.length());
  }
}
