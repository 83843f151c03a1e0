package quintet.workloads.catalog;

import java.util.Arrays;

/**
 * A stretch of one source that holds whole frames only: the unit that travels between threads.
 *
 * <p>Not thread-safe, and need not be: at any time one thread owns it. A model hands it on through
 * something that makes the bytes visible (a queue, a lock, a future), which is why nothing here is
 * volatile. The buffer is reused from block to block.
 */
public final class Block {

  /**
   * The usual size of a block in bytes. Large enough that handing one over costs nothing beside the
   * work in it, small enough to stay in a core's share of the cache.
   */
  public static final int DEFAULT_BYTES = 512 * 1024;

  private byte[] bytes;
  private int length;
  private Source source = NOWHERE;
  private long offset;

  private static final Source NOWHERE =
      new Source.Stream("<nowhere>", java.io.InputStream.nullInputStream());

  /** An empty block; it grows past {@code capacityBytes} only for a record that needs it. */
  public Block(int capacityBytes) {
    bytes = new byte[capacityBytes];
  }

  /** Where the bytes come from. */
  public Source source() {
    return source;
  }

  /** Offset in the source of the first byte. */
  public long offset() {
    return offset;
  }

  /** The number of bytes in whole frames. */
  public int length() {
    return length;
  }

  byte[] bytes() {
    return bytes;
  }

  int capacity() {
    return bytes.length;
  }

  void locate(Source source, long offset) {
    this.source = source;
    this.offset = offset;
    length = 0;
  }

  void setLength(int length) {
    this.length = length;
  }

  /** Doubles the buffer, keeping its content; a frame is never longer than the last doubling. */
  void grow() {
    bytes = Arrays.copyOf(bytes, Math.max(16, 2 * bytes.length));
  }
}
