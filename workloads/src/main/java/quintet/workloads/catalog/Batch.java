package quintet.workloads.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a block: one slot a frame, in order. A slot holds a result, nothing (a record
 * without a result), or a flaw. A failure to go on at all takes the last slot: it travels in order
 * like everything else, so that it can never be taken for the end of the input.
 *
 * <p>Built by one thread, then handed on and only read. Like {@link Block}, it relies on the model
 * for its visibility.
 *
 * @param <T> the type of the results
 */
public final class Batch<T> {

  /** A frame that is not as it should be; {@code recovered} if it has a result all the same. */
  record Flaw(int slot, MarcException error, boolean recovered) {}

  private final long offset;
  private long length;

  private @Nullable Object[] slots = {};
  private int slotCount;
  private List<Flaw> flaws = List.of();
  private @Nullable Throwable failure;
  private final Digest digest = new Digest();

  Batch(long offset) {
    this.offset = offset;
  }

  /** Makes room for so many slots. */
  void expect(int slotCount) {
    slots = new Object[slotCount];
  }

  /** Offset in the source of the first byte that this batch accounts for. */
  public long offset() {
    return offset;
  }

  /** Offset in the source of the first byte after. */
  public long end() {
    return offset + length;
  }

  /** The number of frames. */
  public int size() {
    return slotCount;
  }

  void add(@Nullable T result) {
    if (slotCount == slots.length) {
      slots = Arrays.copyOf(slots, Math.max(16, 2 * slotCount));
    }
    slots[slotCount++] = result;
    if (result != null) {
      digest.add(result.hashCode());
    }
  }

  void addFlaw(MarcException error) {
    note(error, false);
    add(null);
  }

  void addRecovered(@Nullable T result, MarcException error) {
    note(error, true);
    add(result);
  }

  private void note(MarcException error, boolean recovered) {
    if (flaws.isEmpty()) {
      flaws = new ArrayList<>();
    }
    flaws.add(new Flaw(slotCount, error, recovered));
  }

  void fail(Throwable failure) {
    this.failure = failure;
  }

  void setLength(long length) {
    this.length = length;
  }

  @SuppressWarnings("unchecked") // add() takes nothing but T
  @Nullable T result(int slot) {
    return (T) slots[slot];
  }

  List<Flaw> flaws() {
    return flaws;
  }

  @Nullable Throwable failure() {
    return failure;
  }

  Digest digest() {
    return digest;
  }
}
