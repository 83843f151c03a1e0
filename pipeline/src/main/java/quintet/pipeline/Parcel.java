package quintet.pipeline;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.workloads.catalog.Batch;
import quintet.workloads.catalog.Block;
import quintet.workloads.catalog.BlockParser;

/**
 * What travels along the pipeline: a block on the way to the parsers, its batch on the way to the
 * consumer, and the empty block back to the reader. Confined to the stage that took it.
 */
public final class Parcel<T> {

  private final Block block;
  private long number;
  private @Nullable Batch<T> batch;

  public Parcel(int blockBytes) {
    block = new Block(blockBytes);
  }

  public Block block() {
    return block;
  }

  /** Gives the filled block its place in the order. */
  public Parcel<T> numbered(long number) {
    this.number = number;
    return this;
  }

  public long number() {
    return number;
  }

  public void parseWith(BlockParser<T> parser) {
    batch = parser.parse(block);
  }

  public Batch<T> batch() {
    return Objects.requireNonNull(batch, "not parsed yet");
  }

  /** A parcel without a batch, which can only be read as what it is. */
  public Parcel<T> asEndOfInput() {
    batch = null;
    return this;
  }

  public boolean isEndOfInput() {
    return batch == null;
  }
}
