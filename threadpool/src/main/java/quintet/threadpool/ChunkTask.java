package quintet.threadpool;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import quintet.workloads.catalog.Batch;
import quintet.workloads.catalog.Chunk;

/**
 * A future batch, and the chunk it is read from; null if it was read in order and needs no check.
 */
public final class ChunkTask<T> extends FutureTask<Batch<T>> {

  private final @Nullable Chunk chunk;

  public ChunkTask(@Nullable Chunk chunk, Callable<Batch<T>> work) {
    super(work);
    this.chunk = chunk;
  }

  @Nullable Chunk chunk() {
    return chunk;
  }
}
