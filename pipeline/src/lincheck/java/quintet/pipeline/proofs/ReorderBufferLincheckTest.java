package quintet.pipeline.proofs;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quintet.pipeline.ReorderBuffer;

/**
 * The reorder buffer is linearizable with one consumer, and not with two. Sequentially consistent
 * interleavings only: what release and acquire are for, jcstress must show.
 */
final class ReorderBufferLincheckTest {

  @Test
  void withOneConsumerItIsLinearizable() {
    options().check(OneConsumer.class);
  }

  @Test
  void withTwoConsumersItIsNot() {
    assertThrows(LincheckAssertionError.class, () -> options().check(TwoConsumers.class));
  }

  private static ModelCheckingOptions options() {
    return new ModelCheckingOptions()
        .threads(2)
        .actorsPerThread(3)
        .iterations(30)
        .invocationsPerIteration(2_000);
  }

  /** As the model uses it. */
  public static final class OneConsumer {

    private final ReorderBuffer<Integer> buffer = new ReorderBuffer<>(3);

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

  /** Without the confinement of {@code poll} to one thread. */
  public static final class TwoConsumers {

    private final ReorderBuffer<Integer> buffer = new ReorderBuffer<>(3);

    @Operation(runOnce = true)
    public void putFirst() {
      buffer.put(0, 1);
    }

    @Operation(runOnce = true)
    public void putSecond() {
      buffer.put(1, 2);
    }

    @Operation
    public @Nullable Integer poll() {
      return buffer.poll();
    }
  }
}
