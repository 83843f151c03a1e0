package quintet.workloads.catalog;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * The piece {@code catalog} in one concurrency model: works on all records of all sources.
 *
 * <p><b>Contract</b>, the same for every model and tested once, in {@code CatalogContract}:
 *
 * <ul>
 *   <li>Every record's result is delivered exactly once. (The work may be called again for a
 *       record, or for bytes that turn out to be none, so it must have no effects.) Results are
 *       handed to the consumer one by one, in the order of the records in the sources, and never by
 *       two threads at once; each call happens-before the next, and the last before {@link #run}
 *       returns. Which thread calls is up to the model.
 *   <li>The {@link Summary} is the same whatever the model, the number of workers or the schedule.
 *   <li>A flaw, a failure to read, a work that throws and a consumer that throws end the run with
 *       that exception, after the results of all records before it and of none behind it. They are
 *       never taken for the end of the input.
 *   <li>An interrupt of the calling thread ends the run within a second, if the source heeds
 *       interrupts.
 *   <li>However a run ends, when {@link #run} returns no thread that it started is alive and no
 *       source is open.
 *   <li>Memory is bounded by the {@linkplain Job#window window}, not by the input.
 * </ul>
 *
 * <p>A model has no state of its own between runs; several threads may run it at the same time.
 */
public interface Catalog {

  /**
   * Does the job and hands its results to {@code consumer}.
   *
   * @return the account of the whole run
   * @throws MarcException in strict mode, at the first malformed record
   * @throws IOException if a source cannot be read; the message names it, the place and the reason
   * @throws InterruptedException if the calling thread is interrupted
   */
  <T> Summary run(Job<T> job, Consumer<? super T> consumer)
      throws IOException, InterruptedException;
}
