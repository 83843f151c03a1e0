package quintet.workloads.harvest;

import java.io.IOException;

/**
 * The piece {@code harvest} in one concurrency model: calls many URLs and writes one row for each.
 *
 * <p><b>Contract</b>, the same for every model and tested once, in {@code HarvestContract}:
 *
 * <ul>
 *   <li>Every URL that the job's source gives becomes exactly one {@link Row}, in any order; an
 *       error is a row. A URL given twice is called twice and has two rows. Only the URLs that a
 *       {@linkplain Sheet#resume resumed} sheet has already are skipped.
 *   <li>Never are more calls in flight than {@link Job#limit}: from the moment a try begins until
 *       its response has come whole, or has failed. What waits for its next try is not in flight.
 *   <li>No more than {@link Job#window} URLs are pulled from the source whose rows are not written,
 *       so memory is bounded by the window, not by the source. The source is pulled by one thread
 *       at a time, each pull happens-before the next.
 *   <li>A try ends within {@link Job#timeout}, its body included. No call is begun after {@link
 *       Job#deadline}, and those in flight end then: their rows, and those of the rest of the
 *       source, say so.
 *   <li>A row is written soon after its call: it waits for no other call, and not for the source.
 *       The sheet is valid at any time.
 *   <li>A source that fails and a sheet that cannot be written end the run with that exception.
 *       What is in the sheet then is whole, and no row is in it twice.
 *   <li>An interrupt of the calling thread ends the run soon: it waits only for what ignores
 *       interrupts, a disk or the look-up of a name. URLs whose rows are not written then have
 *       none; a resumed run has them.
 *   <li>However a run ends, when {@link #run} returns no thread that it started is alive and no
 *       connection is open. The sheet is the caller's to close.
 * </ul>
 *
 * <p><b>A try</b> is one request as far as this program knows. A server may see more, up to five:
 * {@link java.net.http.HttpClient} follows redirects, and sends a {@code GET} once more when its
 * connection ends before the first byte of an answer, as one does that was kept for too long. The
 * second cannot be turned off (JDK 25: {@code jdk.httpclient.enableAllMethodRetry} and {@code
 * disableRetryConnect} are about others), and nobody is told of it. They come one after the other,
 * so they are one call in flight, and one try in the row. Each has the timeout anew until its
 * headers are there, except in a model with a timer of its own.
 *
 * <p>A model has no state of its own between runs; several threads may run it at the same time,
 * each with a sheet of its own. Source: seed 001, "Parallel API requests inside an indexer" and
 * "Thread-safe CSV writing"; seed 003, {@code fetch_with_limit}.
 */
public interface Harvest {

  /**
   * Does the job.
   *
   * @return the account of the whole run
   * @throws IOException if the sheet cannot be written; the message names it, the number of its
   *     rows and the reason
   * @throws InterruptedException if the calling thread is interrupted
   */
  Summary run(Job job) throws IOException, InterruptedException;
}
