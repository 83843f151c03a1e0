package quintet.locks.proofs;

import org.jspecify.annotations.Nullable;

/** The reorder buffer without its lock: the same steps on the same fields. */
final class UnlockedReorderBuffer<E> {

  private final @Nullable Object[] slots;
  private int reserved;
  private long next;

  UnlockedReorderBuffer(int capacity) {
    slots = new Object[capacity];
  }

  boolean tryReserve() {
    if (reserved == slots.length) {
      return false;
    }
    reserved++;
    return true;
  }

  void put(long number, E element) {
    slots[slot(number)] = element;
  }

  @SuppressWarnings("unchecked") // put() takes nothing but E
  @Nullable E poll() {
    int slot = slot(next);
    var element = (E) slots[slot];
    if (element != null) {
      slots[slot] = null;
      next++;
      reserved--;
    }
    return element;
  }

  private int slot(long number) {
    return (int) (number % slots.length);
  }
}
