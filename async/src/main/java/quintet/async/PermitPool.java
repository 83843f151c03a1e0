package quintet.async;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A semaphore that nobody waits for: a permit that is not there yet is a future.
 *
 * <pre>
 *   acquire:  join the queue, then hand out
 *   release:  one more is free, then hand out
 *   hand out: while there is a free permit and somebody in the queue, bring them together
 * </pre>
 *
 * <p>Thread-safe without a lock: each permit and each turn is taken by one thread, atomically. No
 * wake-up is lost, since both sides first say what they have and then look what the other has: of
 * two that come at the same time, at least one sees the other (volatile accesses have one order,
 * JLS 17.4.4). Who released happens-before who got the permit. Turns come in the order of the
 * queue. Proof: {@code PermitPoolProof}.
 */
public final class PermitPool {

  private final AtomicInteger free;
  private final Queue<CompletableFuture<@Nullable Void>> turns = new ConcurrentLinkedQueue<>();
  private final Executor executor;

  /**
   * @param executor completes the turns that had to wait. Were it the thread that releases, a long
   *     queue of short steps would grow its stack
   */
  public PermitPool(int permits, Executor executor) {
    free = new AtomicInteger(permits);
    this.executor = executor;
  }

  /** Completes when a permit is the caller's; already is if one was free. */
  public CompletableFuture<@Nullable Void> acquire() {
    if (turns.isEmpty() && take()) {
      return CompletableFuture.completedFuture(null);
    }
    var turn = new CompletableFuture<@Nullable Void>();
    turns.add(turn);
    handOut();
    return turn;
  }

  /** Gives a permit back. Call once for each that was acquired. */
  public void release() {
    free.incrementAndGet();
    handOut();
  }

  private void handOut() {
    while (!turns.isEmpty() && take()) {
      var turn = turns.poll();
      if (turn == null) { // another thread was quicker: put it back, and look again
        free.incrementAndGet();
      } else {
        turn.completeAsync(() -> null, executor);
      }
    }
  }

  private boolean take() {
    for (int permits = free.get(); permits > 0; permits = free.get()) {
      if (free.compareAndSet(permits, permits - 1)) {
        return true;
      }
    }
    return false;
  }
}
