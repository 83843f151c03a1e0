package quintet.locks.proofs;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;
import quintet.locks.SharedReader;
import quintet.workloads.catalog.Block;
import quintet.workloads.catalog.BlockReader;
import quintet.workloads.proof.TinyCatalogue;

/** Claims from a shared reader are linearizable: each gets the next block, with its number. */
final class SharedReaderLincheckTest {

  @Test
  void claimsUnderTheLockAreLinearizable() {
    options().check(Locked.class);
  }

  @Test
  void claimsWithoutTheLockAreNot() {
    assertThrows(LincheckAssertionError.class, () -> options().check(Unlocked.class));
  }

  private static ModelCheckingOptions options() {
    return new ModelCheckingOptions()
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(0)
        .actorsAfter(0)
        .iterations(5)
        .invocationsPerIteration(500);
  }

  /** The model's reader, over three records. */
  public static final class Locked {

    private final SharedReader reader = new SharedReader(TinyCatalogue.of(3));

    @Operation
    public String claim() throws InterruptedException {
      var block = new Block(TinyCatalogue.BLOCK_BYTES);
      long number = reader.claim(block);
      return number + " at " + block.offset() + ": " + block.length() + " bytes";
    }
  }

  /** The reader inside it, without the lock. */
  public static final class Unlocked {

    private final BlockReader reader = new BlockReader(TinyCatalogue.of(3));
    private long blocks;

    @Operation
    public String claim() {
      var block = new Block(TinyCatalogue.BLOCK_BYTES);
      long number = reader.fill(block) ? blocks++ : -1 - blocks;
      return number + " at " + block.offset() + ": " + block.length() + " bytes";
    }
  }
}
