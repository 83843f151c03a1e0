package quintet.workloads.tasks;

import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pulls tasks from the source, chunk by chunk, as they are asked for.
 *
 * <p><b>Not thread-safe:</b> calls must not overlap, and each must happen-before the next; so the
 * source may be anything that one thread at a time can iterate over.
 *
 * @param <T> the type of the values
 */
public final class Intake<T extends @Nullable Object> {

  /**
   * So many chunks a worker in the window: one to do, one to be handed over, two to choose from.
   */
  private static final int CHUNKS_PER_WORKER = 4;

  private final Supervision supervision;
  private final Placement placement;
  private final Iterator<? extends Task<? extends T>> source;
  private final Pace pace;
  private final int most;
  private long chunks;
  private long tasks;
  private boolean ended;

  /** For a run of this job by so many workers. */
  public Intake(Job<T> job, int workers, Supervision supervision) {
    this.supervision = supervision;
    placement = job.placement();
    source = job.source().iterator();
    pace = new Pace(job.taskTimeout() == null);
    most = Math.max(1, job.window() / (CHUNKS_PER_WORKER * workers));
  }

  /** How long the tasks take. Thread-safe. */
  public Pace pace() {
    return pace;
  }

  /**
   * How much room in the window the next chunk is to have, in tasks. Thread-safe. Until anything is
   * known of the tasks, a chunk is one task, a probe, with the room of a large chunk: few of them
   * are under way then.
   */
  public int nextRoom() {
    return pace.isKnown() ? pace.chunk(most) : most;
  }

  /**
   * Pulls the next chunk.
   *
   * @param room in the window, at least 1, which {@link #nextRoom} proposed. What the chunk does
   *     not {@linkplain Chunk#room need} can be used for others.
   * @return null if there are no more tasks, or if the source threw: who asks for outcomes sees it
   *     after the last one
   */
  public @Nullable Chunk<T> next(int room) {
    if (ended || supervision.stopped()) {
      return null;
    }
    long begun = System.nanoTime();
    boolean probe = !pace.isKnown();
    int atMost = probe ? 1 : Math.min(room, pace.chunk(most)); // who waited for room knows more now
    var slots = new @Nullable Object[atMost];
    int size = 0;
    try {
      while (size < atMost && source.hasNext()) {
        var task = Objects.requireNonNull(source.next(), "the source gave null for a task");
        slots[size] = placement.place(task);
        size++;
      }
      ended = size < atMost;
    } catch (Throwable e) { // even what it may not throw: the thread must not die of it
      ended = true;
      supervision.sourceFailed(e);
    }
    if (size == 0) {
      return null;
    }
    long pullNanos = System.nanoTime() - begun;
    var chunk =
        new Chunk<T>(chunks, tasks, pullNanos, slots, size, probe ? room : size, pace, supervision);
    chunks++;
    tasks += size;
    return chunk;
  }
}
