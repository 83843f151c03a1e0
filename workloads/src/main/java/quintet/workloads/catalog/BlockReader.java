package quintet.workloads.catalog;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads sources one after the other into blocks of whole frames. A block never spans two sources.
 * It reads rather than map a file: the work needs the bytes in an array anyway, and a mapped file
 * that shrinks fails in the middle of an access. {@code CatalogLimits} has what a mapping could
 * save.
 *
 * <p><b>Not thread-safe.</b> Calls must not overlap, and each must happen-before the next: sharing
 * a reader between threads without a lock is the seed's first "unsafe pattern", and loses records.
 * Proof: {@code UnlockedReaderProof} in the module {@code locks}.
 */
public final class BlockReader implements Closeable {

  private static final int MIN_GROWTH_BYTES = 64;

  /** A channel's stream copies through a buffer of its own: this much of it stays in the cache. */
  private static final int READ_BYTES = 128 * 1024;

  private Iterator<Source> sources;
  private final Framing framing = new Framing();

  private @Nullable Source source;
  private @Nullable InputStream stream;

  /** Bytes already read of the frame that did not fit in the block before. */
  private byte[] rest = {};

  private int restLength;
  private long offset;
  private boolean atEnd;
  private @Nullable Throwable failure;

  public BlockReader(List<Source> sources) {
    this.sources = List.copyOf(sources).iterator();
  }

  /**
   * Fills {@code block} with the frames that come next, or with the reason why they cannot be read;
   * after such a block there is no other.
   *
   * @return false at the end of the last source; the block is then empty
   */
  public boolean fill(Block block) {
    while (source != null || sources.hasNext()) {
      var current = source != null ? source : sources.next();
      source = current;
      try {
        if (fillFrom(current, block)) {
          return true;
        }
      } catch (Throwable cause) { // no memory for the block
        failure = cause;
      }
      close();
      source = null;
      if (failure != null) {
        sources = Collections.emptyIterator();
        block.fail(Unreadable.at(current, offset + restLength, failure));
        return true;
      }
    }
    block.setLength(0);
    return false;
  }

  private boolean fillFrom(Source source, Block block) {
    if (stream == null && failure == null) {
      open(source);
    }
    block.locate(source, offset);
    block.growTo(restLength);
    System.arraycopy(rest, 0, block.bytes(), 0, restLength);
    int filled = restLength;
    restLength = 0;
    while (true) {
      filled = read(block, filled);
      int cut = cut(block.bytes(), filled);
      if (cut > 0 || atEnd || failure != null) {
        keep(block.bytes(), cut, filled);
        block.setLength(cut);
        offset += cut;
        return cut > 0;
      }
      block.growTo(Math.max(MIN_GROWTH_BYTES, 2 * block.capacity()));
    }
  }

  private void open(Source source) {
    offset = 0;
    restLength = 0;
    atEnd = false;
    try {
      stream = source.open();
    } catch (Throwable cause) {
      failure = cause;
    }
  }

  /** Reads until the block is full. What was read before a failure comes before the failure. */
  private int read(Block block, int from) {
    int filled = from;
    try {
      while (stream != null && !atEnd && failure == null && filled < block.capacity()) {
        int wanted = Math.min(READ_BYTES, block.capacity() - filled);
        int n = stream.read(block.bytes(), filled, wanted);
        if (n < 0) {
          atEnd = true;
        } else {
          filled += n;
        }
      }
    } catch (Throwable cause) {
      failure = cause;
    }
    return filled;
  }

  /** The index after the last frame that is complete. */
  private int cut(byte[] bytes, int filled) {
    int at = 0;
    while (at < filled && framing.next(bytes, at, filled, atEnd)) {
      at = framing.end();
    }
    return at;
  }

  private void keep(byte[] bytes, int from, int to) {
    restLength = to - from;
    if (rest.length < restLength) {
      rest = new byte[Math.max(restLength, 2 * rest.length)];
    }
    System.arraycopy(bytes, from, rest, 0, restLength);
  }

  /** Closes the source being read. What was only read is not lost when closing it fails. */
  @Override
  public void close() {
    var open = stream;
    stream = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException nothingLost) {
        // the bytes have been read
      }
    }
  }
}
