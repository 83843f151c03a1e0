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
final class Parcel<T> {

  private final Block block;
  private long number;
  private @Nullable Batch<T> batch;

  Parcel(int blockBytes) {
    block = new Block(blockBytes);
  }

  Block block() {
    return block;
  }

  /** Gives the filled block its place in the order. */
  Parcel<T> numbered(long number) {
    this.number = number;
    return this;
  }

  long number() {
    return number;
  }

  void parseWith(BlockParser<T> parser) {
    batch = parser.parse(block);
  }

  Batch<T> batch() {
    return Objects.requireNonNull(batch, "not parsed yet");
  }

  /** A parcel without a batch, which can only be read as what it is. */
  Parcel<T> asEndOfInput() {
    batch = null;
    return this;
  }

  boolean isEndOfInput() {
    return batch == null;
  }
}
