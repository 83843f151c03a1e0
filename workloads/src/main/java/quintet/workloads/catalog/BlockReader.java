package quintet.workloads.catalog;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads sources one after the other into blocks of whole frames. A block never spans two sources.
 *
 * <p><b>Not thread-safe.</b> Calls must not overlap, and each must happen-before the next: sharing
 * a reader between threads without a lock is the seed's first "unsafe pattern", and loses records.
 * Proof: {@code UnlockedReaderProof} in the module {@code locks}.
 */
public final class BlockReader implements Closeable {

  private final Iterator<Source> sources;
  private final Framing framing = new Framing();

  private @Nullable Source source;
  private @Nullable InputStream stream;

  /** Bytes already read of the frame that did not fit in the block before. */
  private byte[] rest = new byte[64 * 1024];

  private int restLength;
  private long offset;
  private boolean atEnd;

  public BlockReader(List<Source> sources) {
    this.sources = List.copyOf(sources).iterator();
  }

  /**
   * Fills {@code block} with the frames that come next.
   *
   * @return false at the end of the last source; the block is then empty
   * @throws IOException if a source cannot be opened or read; its message names the source
   * @throws InterruptedException if the thread was interrupted while it read
   */
  public boolean fill(Block block) throws IOException, InterruptedException {
    while (source != null || sources.hasNext()) {
      var current = source != null ? source : sources.next();
      source = current;
      try {
        if (fillFrom(current, block)) {
          return true;
        }
        closeStream();
        source = null;
      } catch (ClosedByInterruptException e) {
        throw (InterruptedException)
            new InterruptedException("interrupted while reading " + current.name()).initCause(e);
      } catch (IOException e) {
        throw Unreadable.at(current, offset + restLength, e);
      }
    }
    block.setLength(0);
    return false;
  }

  private boolean fillFrom(Source source, Block block) throws IOException {
    if (stream == null) {
      offset = 0;
      restLength = 0;
      atEnd = false;
      stream = source.open();
    }
    block.locate(source, offset);
    while (block.capacity() < restLength) {
      block.grow();
    }
    System.arraycopy(rest, 0, block.bytes(), 0, restLength);
    int filled = restLength;
    restLength = 0;
    while (true) {
      filled = read(stream, block, filled);
      int cut = cut(block.bytes(), filled);
      if (cut > 0 || atEnd) {
        keep(block.bytes(), cut, filled);
        block.setLength(cut);
        offset += cut;
        return cut > 0;
      }
      block.grow();
    }
  }

  private int read(InputStream stream, Block block, int from) throws IOException {
    int filled = from;
    while (!atEnd && filled < block.capacity()) {
      int n = stream.read(block.bytes(), filled, Math.min(READ_BYTES, block.capacity() - filled));
      if (n < 0) {
        atEnd = true;
      } else {
        filled += n;
      }
    }
    return filled;
  }

  /** A channel's stream copies through a buffer of its own: this much of it stays in the cache. */
  private static final int READ_BYTES = 128 * 1024;

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

  private void closeStream() throws IOException {
    var open = stream;
    stream = null;
    if (open != null) {
      open.close();
    }
  }

  /** Closes the source being read. */
  @Override
  public void close() throws IOException {
    closeStream();
  }
}
