package quintet.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import quintet.workloads.tasks.Chunk;

/**
 * The chunks of a run that are done, from many workers to one consumer, in the order of the source
 * or as they come: then they are numbered when they are put in.
 *
 * <p>Thread-safe: a {@link ReorderBuffer}, an atomic number, and a volatile one, which is written
 * before the signal that wakes the consumer to read it.
 *
 * @param <T> the type of the values
 */
final class DoneChunks<T extends @Nullable Object> {

  private final boolean ordered;
  private final ReorderBuffer<Chunk<T>> chunks;
  private final AtomicLong arrivals = new AtomicLong();

  /** How many there are in all, once that is known. */
  private volatile long count = Long.MAX_VALUE;

  /** Confined to the consumer. */
  private long taken;

  /**
   * @param window no more than so many chunks are ever under way
   */
  DoneChunks(int window, boolean ordered) {
    this.ordered = ordered;
    chunks = new ReorderBuffer<>(window);
  }

  /** Puts one in, and wakes the consumer. */
  void put(Chunk<T> chunk) {
    chunks.put(ordered ? chunk.number() : arrivals.getAndIncrement(), chunk);
  }

  /** Says that so many were put in, or will be; and wakes the consumer. */
  void endAfter(long all) {
    count = all;
    signal();
  }

  /** Wakes the consumer, which may have something else to do. */
  void signal() {
    chunks.signal();
  }

  /** Whether all were taken. Consumer only. */
  boolean isEnd() {
    return taken == count;
  }

  /** Takes the one whose turn it is, or null if it is not there. Consumer only. */
  @Nullable Chunk<T> poll() {
    var chunk = chunks.poll();
    if (chunk != null) {
      taken++;
    }
    return chunk;
  }

  /** Waits until there was a signal since the last call. Consumer only. */
  void awaitSignal() throws InterruptedException {
    chunks.awaitSignal();
  }
}
