package quintet.workloads.catalog;

import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of one source that holds whole frames only: the unit that travels between threads.
 *
 * <p>A failure to read is a block of its own. It travels in order like the others, so that it can
 * never be taken for the end of the input.
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

  private static final Source NOWHERE = new Source.Stream("", InputStream.nullInputStream());

  private byte[] bytes;
  private int length;
  private int visible;
  private Source source = NOWHERE;
  private long offset;
  private @Nullable Throwable failure;

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

  /** Why the source could not be read further, or null. */
  @Nullable Throwable failure() {
    return failure;
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
    setLength(0);
    failure = null;
  }

  /**
   * The number of bytes present; more than {@link #length} where the frames behind it are another
   * block's, but were seen to tell where the last frame of this one ends.
   */
  int visible() {
    return visible;
  }

  /**
   * Makes the block start at one index and end at another, with the bytes up to a third in sight.
   */
  void cut(int from, int to, int limit) {
    System.arraycopy(bytes, from, bytes, 0, limit - from);
    offset += from;
    length = to - from;
    visible = limit - from;
  }

  void fail(Throwable failure) {
    setLength(0);
    this.failure = failure;
  }

  void setLength(int length) {
    this.length = length;
    visible = length;
  }

  /** Makes room for {@code capacityBytes}, keeping the content. */
  void growTo(int capacityBytes) {
    if (capacityBytes > bytes.length) {
      bytes = Arrays.copyOf(bytes, capacityBytes);
    }
  }
}
