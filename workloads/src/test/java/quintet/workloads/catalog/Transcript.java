package quintet.workloads.catalog;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that came out of a source, in words, so that two readings can be compared: one line a frame,
 * and the account.
 */
record Transcript(List<String> lines, long end, long digest, @Nullable Throwable failure) {

  /** Reads the source through blocks of this size. */
  static Transcript inBlocks(Source source, Work<?> work, int blockBytes) {
    var scribe = new Scribe();
    var parser = new BlockParser<>(work);
    try (var reader = new BlockReader(List.of(source))) {
      var block = new Block(blockBytes);
      while (reader.fill(block)) {
        scribe.add(parser.parse(block));
      }
    }
    return scribe.transcript();
  }

  static Transcript inBlocks(byte[] bytes, Work<?> work, int blockBytes) {
    return inBlocks(stream(bytes), work, blockBytes);
  }

  /**
   * Reads a file in chunks of this size, each as if alone, and joins them: what was guessed wrong
   * is read again from where the chunk before ended.
   */
  static Transcript inChunks(Path path, long size, Work<?> work, int chunkBytes) {
    var scribe = new Scribe();
    var file = new Source.PlainFile(path);
    var parser = new ChunkParser<>(Job.of(List.of(file), work).inBlocksOf(chunkBytes));
    for (long from = 0; from < size; from += chunkBytes) {
      var chunk = new Chunk(file, from, Math.min(size, from + chunkBytes));
      Batch<?> guess = parser.parse(chunk);
      scribe.add(guess.offset() == scribe.end ? guess : parser.parseFrom(chunk, scribe.end));
    }
    return scribe.transcript();
  }

  static Source stream(byte[] bytes) {
    return new Source.Stream("bytes", new ByteArrayInputStream(bytes));
  }

  /** Takes batches down. */
  private static final class Scribe {
    private final List<String> lines = new ArrayList<>();
    private final Digest digest = new Digest();
    private long end;
    private @Nullable Throwable failure;

    void add(Batch<?> batch) {
      if (batch.offset() != end) {
        lines.add("GAP from " + end + " to " + batch.offset());
      }
      int flaw = 0;
      for (int slot = 0; slot < batch.size(); slot++) {
        var line = String.valueOf(batch.result(slot));
        if (flaw < batch.flaws().size() && batch.flaws().get(flaw).slot() == slot) {
          line += " " + flaw(batch.flaws().get(flaw++));
        }
        lines.add(line);
      }
      digest.append(batch.digest());
      end = batch.end();
      if (batch.failure() != null) {
        failure = batch.failure();
      }
    }

    private static String flaw(Batch.Flaw flaw) {
      var error = flaw.error();
      return "[%s at %d (%s)%s]"
          .formatted(
              error.reason(), error.offset(), error.detail(), flaw.recovered() ? " recovered" : "");
    }

    Transcript transcript() {
      return new Transcript(lines, end, digest.value(), failure);
    }
  }
}
