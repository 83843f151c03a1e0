package quintet.workloads.tasks;

import java.util.Iterator;
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

  /** The most tasks that a chunk can have now. Thread-safe. */
  public int nextSize() {
    return pace.chunk(most);
  }

  /**
   * Pulls the next chunk.
   *
   * @param atMost so many tasks; at least 1
   * @return null if there are no more tasks, or if the source threw: who asks for outcomes sees it
   *     after the last one
   */
  public @Nullable Chunk<T> next(int atMost) {
    if (ended || supervision.stopped()) {
      return null;
    }
    long begun = System.nanoTime();
    var slots = new @Nullable Object[atMost];
    int size = 0;
    try {
      while (size < atMost && source.hasNext()) {
        slots[size] = placement.place(source.next());
        size++;
      }
      ended = size < atMost;
    } catch (RuntimeException | Error e) {
      ended = true;
      supervision.sourceFailed(e);
    }
    if (size == 0) {
      return null;
    }
    var chunk = new Chunk<T>(chunks, tasks, begun, slots, size, pace, supervision);
    chunks++;
    tasks += size;
    return chunk;
  }
}
