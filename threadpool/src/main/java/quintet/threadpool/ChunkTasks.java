package quintet.threadpool;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.workloads.catalog.Batch;
import quintet.workloads.catalog.Block;
import quintet.workloads.catalog.BlockParser;
import quintet.workloads.catalog.BlockReader;
import quintet.workloads.catalog.Chunk;
import quintet.workloads.catalog.ChunkParser;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Source;

/**
 * Cuts a job into tasks, as they are asked for. A file becomes as many chunks as it has blocks; a
 * source that can only be read from its start is read by the caller, block by block.
 *
 * <p>Used by the caller alone, except for the idle parsers and blocks: a task takes one from a
 * concurrent queue and puts it back, so that at any time it has one owner. An element put into the
 * queue happens-before its removal, which makes the buffer's reuse safe.
 */
final class ChunkTasks<T> implements Iterator<ChunkTask<T>>, Closeable {

  private final Job<T> job;
  private final Iterator<Source> sources;
  private final Queue<ChunkParser<T>> idleChunkParsers = new ConcurrentLinkedQueue<>();
  private final Queue<BlockParser<T>> idleBlockParsers = new ConcurrentLinkedQueue<>();
  private final Queue<Block> idleBlocks = new ConcurrentLinkedQueue<>();

  private @Nullable Chunk rest;
  private @Nullable BlockReader stream;
  private @Nullable ChunkTask<T> next;

  /** Where the last verified chunk of the current file ended. */
  private long verifiedEnd;

  ChunkTasks(Job<T> job) {
    this.job = job;
    sources = job.sources().iterator();
  }

  @Override
  public boolean hasNext() {
    while (next == null && (stream != null || rest != null || sources.hasNext())) {
      if (stream != null) {
        next = blockTask(stream);
      } else if (rest != null) {
        next = chunkTask(rest);
      } else {
        begin(sources.next());
      }
    }
    return next != null;
  }

  @Override
  public ChunkTask<T> next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    var task = next;
    next = null;
    return task;
  }

  private void begin(Source source) {
    long size = source.size();
    if (source instanceof Source.PlainFile file && size > 0) {
      rest = new Chunk(file, 0, size);
    } else { // some files state no size, but have content
      stream = new BlockReader(List.of(source));
    }
  }

  private ChunkTask<T> chunkTask(Chunk file) {
    long cut = Math.min(file.from() + job.blockBytes(), file.to());
    var chunk = new Chunk(file.file(), file.from(), cut);
    rest = cut == file.to() ? null : new Chunk(file.file(), cut, file.to());
    return new ChunkTask<>(
        chunk,
        () -> {
          var parser = taken(idleChunkParsers, () -> new ChunkParser<>(job));
          var batch = parser.parse(chunk);
          idleChunkParsers.add(parser);
          return batch;
        });
  }

  private @Nullable ChunkTask<T> blockTask(BlockReader reader) {
    var block = taken(idleBlocks, () -> new Block(job.blockBytes()));
    if (!reader.fill(block)) {
      idleBlocks.add(block);
      stream = null;
      return null;
    }
    return new ChunkTask<>(
        null,
        () -> {
          var parser = taken(idleBlockParsers, () -> new BlockParser<>(job.work()));
          var batch = parser.parse(block);
          idleBlockParsers.add(parser);
          idleBlocks.add(block);
          return batch;
        });
  }

  private static <E> E taken(Queue<E> idle, Supplier<E> another) {
    var element = idle.poll();
    return element != null ? element : another.get();
  }

  /**
   * The task's batch, if it starts where the chunk before it ended; else the chunk is read again
   * from there, because its start was guessed wrong. Called in the order of the tasks.
   */
  Batch<T> verified(ChunkTask<T> task, Batch<T> guessed) {
    var chunk = task.chunk();
    if (chunk == null) {
      return guessed;
    }
    long start = chunk.from() == 0 ? 0 : verifiedEnd;
    var batch =
        guessed.offset() == start ? guessed : new ChunkParser<>(job).parseFrom(chunk, start);
    verifiedEnd = batch.end();
    return batch;
  }

  @Override
  public void close() {
    if (stream != null) {
      stream.close();
    }
  }
}
