package quintet.threadpool;

import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import quintet.workloads.tasks.Chunk;
import quintet.workloads.tasks.Seat;

/**
 * A chunk of tasks as a future. It waits in the pool's queue, and who takes it out does it: a
 * thread of the pool, or the consumer. A queue gives an element to one thread only, so it is done
 * once; and what that thread wrote happens-before {@code get} returns (java.util.concurrent,
 * "Memory Consistency Properties"). Proof: {@code PartIsDoneOnceProof}.
 */
public final class Part<T extends @Nullable Object> extends FutureTask<Chunk<T>> {

  private final Chunk<T> chunk;
  private final Queue<Seat> idleSeats;
  private final @Nullable Queue<? super Part<T>> completed;

  /**
   * @param idleSeats has one for each thread of the pool at least
   * @param completed is told when this part is done; null if nobody wants to know
   */
  public Part(Chunk<T> chunk, Queue<Seat> idleSeats, @Nullable Queue<? super Part<T>> completed) {
    super(() -> chunk);
    this.chunk = chunk;
    this.idleSeats = idleSeats;
    this.completed = completed;
  }

  /** A thread of the pool does it, in a seat that is confined to it meanwhile. */
  @Override
  public void run() {
    var seat = idleSeats.remove();
    try {
      chunk.runAt(seat);
      set(chunk);
    } catch (Throwable e) { // the consumer must not wait for ever
      setException(e);
    } finally {
      idleSeats.add(seat);
    }
  }

  /** The consumer does it, in its own thread. */
  public void runByConsumer() throws InterruptedException {
    chunk.runByConsumer();
    set(chunk);
  }

  @Override
  protected void done() {
    if (completed != null) {
      completed.add(this);
    }
  }

  /** Whether it is done, within so long; 0 means now. */
  boolean isDone(long nanos) throws InterruptedException {
    if (!isDone() && nanos > 0) {
      await(nanos);
    }
    return isDone();
  }

  /** Waits until it is done; so long at most. */
  void await(long nanos) throws InterruptedException {
    try {
      get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // who joins it will see why it failed
    }
  }

  /** Waits for the chunk, whose tasks are done. */
  Chunk<T> join() throws InterruptedException {
    try {
      return get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a chunk must not throw", e.getCause());
    }
  }
}
