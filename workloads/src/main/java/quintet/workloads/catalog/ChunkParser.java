package quintet.workloads.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Reads a chunk in the middle of a file and does the work on its records.
 *
 * <p>{@link #parse} finds the chunk's first frame by resynchronisation: behind the first record
 * terminator. That is a guess, since a broken record may hold a terminator; whoever joins the
 * chunks verifies it by comparing the {@linkplain Batch#end end} of a chunk with the {@linkplain
 * Batch#offset start} of the next, and has a wrong guess read again with {@link #parseFrom}.
 *
 * <p>Never throws, like {@link BlockParser}, and like it is confined to one thread at a time.
 *
 * @param <T> the type of the results
 */
public final class ChunkParser<T> {

  /** What most frames that start in a chunk stick out of it by. */
  private static final int OVERHANG_BYTES = 16 * 1024;

  private final BlockParser<T> parser;
  private final Block block;
  private final Framing framing = new Framing();

  public ChunkParser(Job<T> job) {
    parser = new BlockParser<>(job.work());
    block = new Block(job.blockBytes() + OVERHANG_BYTES);
  }

  /** Works on the chunk from where its first frame seems to start. */
  public Batch<T> parse(Chunk chunk) {
    return parse(chunk, Math.max(0, chunk.from() - 1), chunk.from() > 0);
  }

  /** Works on the chunk from a place that is known to be the start of a frame. */
  public Batch<T> parseFrom(Chunk chunk, long start) {
    return parse(chunk, start, false);
  }

  private Batch<T> parse(Chunk chunk, long from, boolean resynchronise) {
    block.locate(chunk.file(), from);
    if (from >= chunk.to()) {
      return parser.parse(block); // a frame of the chunk before goes past this one
    }
    try (var channel = chunk.file().channel()) {
      fill(channel, chunk, from, resynchronise);
    } catch (Throwable failure) {
      block.fail(Unreadable.at(chunk.file(), from, failure));
    }
    return parser.parse(block);
  }

  private void fill(FileChannel channel, Chunk chunk, long from, boolean resynchronise)
      throws IOException {
    int span = (int) (chunk.to() - from);
    int filled = read(channel, from, 0, span + OVERHANG_BYTES);
    int first = 0;
    if (resynchronise) {
      int terminator =
          Framing.indexOf(Iso2709.RECORD_TERMINATOR, block.bytes(), 0, Math.min(span, filled));
      first = terminator < 0 ? Math.min(span, filled) : terminator + 1;
    }
    boolean atEnd = filled < span + OVERHANG_BYTES;
    int at = first;
    while (at < span && at < filled) {
      if (framing.next(block.bytes(), at, filled, atEnd)) {
        at = framing.end();
      } else {
        int wanted = filled + Framing.LONGEST_FRAME;
        filled = read(channel, from, filled, wanted);
        atEnd = filled < wanted;
      }
    }
    block.cut(first, at, filled);
  }

  private int read(FileChannel channel, long from, int filled, int wanted) throws IOException {
    block.growTo(wanted);
    var buffer = ByteBuffer.wrap(block.bytes(), filled, wanted - filled);
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
      // a read may return less than asked for
    }
    return buffer.position();
  }
}
