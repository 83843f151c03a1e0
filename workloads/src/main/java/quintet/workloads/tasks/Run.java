package quintet.workloads.tasks;

import org.jspecify.annotations.Nullable;

/**
 * A run under way, as a model sees it: it does the chunks of an {@link Intake}. {@link Outcomes} is
 * what the user sees of it.
 *
 * <p>Used by one thread, the consumer's.
 *
 * @param <T> the type of the values
 */
public interface Run<T extends @Nullable Object> {

  /**
   * Begins the run: starts its threads, if it has any of its own. Called once, before all else, and
   * not by a constructor: so a run that could not begin whole can be closed.
   */
  void begin();

  /**
   * Gives the next chunk that is done, in the order of the job. To ask for it is to say that all
   * tasks of the one before are handed over.
   *
   * @return null when all chunks were given, or when the run was {@linkplain Supervision#stopped
   *     stopped}
   * @throws InterruptedException if the thread is interrupted, by whomever
   */
  @Nullable Chunk<T> next() throws InterruptedException;

  /**
   * Ends the run: interrupts its threads, and waits until they have ended or left it for another
   * run. What they did in it happens-before this returns. The run is stopped already. May be called
   * twice, and after a {@link #begin} that failed.
   */
  void close();
}
