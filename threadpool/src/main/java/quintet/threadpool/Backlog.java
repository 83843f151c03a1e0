package quintet.threadpool;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import quintet.workloads.tasks.Chunk;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Seat;

/**
 * The parts of a run that the consumer has not taken yet, and which of them is the next: the first
 * of the source, which is joined; or the first that is done, from a completion queue.
 *
 * <p>Confined to the consumer, but for the completion queue, which whoever does a part adds it to.
 * No queue has a capacity: none holds more parts than the window holds tasks.
 *
 * @param <T> the type of the values
 */
sealed interface Backlog<T extends @Nullable Object> {

  static <T extends @Nullable Object> Backlog<T> in(Job.Order order) {
    return switch (order) {
      case INPUT -> new InOrder<>();
      case COMPLETION -> new AsCompleted<>();
    };
  }

  /** Adds a part that does the chunk, in a seat of these, when somebody runs it. */
  Part<T> add(Chunk<T> chunk, Queue<Seat> idleSeats);

  /** Whether all parts were taken. If they were, do not ask for the next. */
  boolean isEmpty();

  /** Takes the next part's chunk, or null if it is not done within so long. */
  @Nullable Chunk<T> poll(long nanos) throws InterruptedException;

  /** Waits for the next part's chunk, and takes it. */
  Chunk<T> take() throws InterruptedException;

  /** Parts are futures, and the eldest is joined. */
  final class InOrder<T extends @Nullable Object> implements Backlog<T> {

    private final Queue<Part<T>> pending = new ArrayDeque<>();

    @Override
    public Part<T> add(Chunk<T> chunk, Queue<Seat> idleSeats) {
      var part = new Part<>(chunk, idleSeats, null);
      pending.add(part);
      return part;
    }

    @Override
    public boolean isEmpty() {
      return pending.isEmpty();
    }

    @Override
    public @Nullable Chunk<T> poll(long nanos) throws InterruptedException {
      return pending.element().isDone(nanos) ? take() : null;
    }

    @Override
    public Chunk<T> take() throws InterruptedException {
      return pending.remove().join();
    }
  }

  /** A part that is done puts itself in a queue. */
  final class AsCompleted<T extends @Nullable Object> implements Backlog<T> {

    private final BlockingQueue<Part<T>> completed = new LinkedBlockingQueue<>();
    private int parts;

    @Override
    public Part<T> add(Chunk<T> chunk, Queue<Seat> idleSeats) {
      parts++;
      return new Part<>(chunk, idleSeats, completed);
    }

    @Override
    public boolean isEmpty() {
      return parts == 0;
    }

    @Override
    public @Nullable Chunk<T> poll(long nanos) throws InterruptedException {
      var part = completed.poll(nanos, TimeUnit.NANOSECONDS);
      return part == null ? null : taken(part);
    }

    @Override
    public Chunk<T> take() throws InterruptedException {
      return taken(completed.take());
    }

    private Chunk<T> taken(Part<T> part) throws InterruptedException {
      parts--;
      return part.join();
    }
  }
}
