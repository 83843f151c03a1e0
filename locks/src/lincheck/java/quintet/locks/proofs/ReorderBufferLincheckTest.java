package quintet.locks.proofs;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quintet.locks.ReorderBuffer;

/**
 * The reorder buffer is linearizable: whatever the interleaving of its calls, it answers as if they
 * had come one after the other. Sequentially consistent interleavings only, up to a bound.
 */
final class ReorderBufferLincheckTest {

  private static final int CAPACITY = 3;

  @Test
  void theLockedBufferIsLinearizable() {
    options().check(Locked.class);
  }

  @Test
  void theBufferWithoutItsLockIsNot() {
    assertThrows(LincheckAssertionError.class, () -> options().check(Unlocked.class));
  }

  private static ModelCheckingOptions options() {
    return new ModelCheckingOptions()
        .threads(2)
        .actorsPerThread(3)
        .iterations(30)
        .invocationsPerIteration(2_000);
  }

  /** Two places are reserved already, and their elements put in at any time. */
  public static final class Locked {

    private final ReorderBuffer<Integer> buffer = new ReorderBuffer<>(CAPACITY);

    public Locked() {
      buffer.tryReserve();
      buffer.tryReserve();
    }

    @Operation
    public boolean tryReserve() {
      return buffer.tryReserve();
    }

    @Operation(runOnce = true)
    public void putFirst() {
      buffer.put(0, 1);
    }

    @Operation(runOnce = true)
    public void putSecond() {
      buffer.put(1, 2);
    }

    @Operation(nonParallelGroup = "consumer")
    public @Nullable Integer poll() {
      return buffer.poll();
    }
  }

  /** The same around the buffer without its lock. */
  public static final class Unlocked {

    private final UnlockedReorderBuffer<Integer> buffer = new UnlockedReorderBuffer<>(CAPACITY);

    public Unlocked() {
      buffer.tryReserve();
      buffer.tryReserve();
    }

    @Operation
    public boolean tryReserve() {
      return buffer.tryReserve();
    }

    @Operation(runOnce = true)
    public void putFirst() {
      buffer.put(0, 1);
    }

    @Operation(runOnce = true)
    public void putSecond() {
      buffer.put(1, 2);
    }

    @Operation(nonParallelGroup = "consumer")
    public @Nullable Integer poll() {
      return buffer.poll();
    }
  }
}
