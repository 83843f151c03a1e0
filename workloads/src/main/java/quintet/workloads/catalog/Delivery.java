package quintet.workloads.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import quintet.workloads.Failures;

/**
 * The end of every model: takes the batches in order, hands their results to the consumer, numbers
 * the records, and keeps the account.
 *
 * <p><b>Not thread-safe.</b> Calls must not overlap, and each must happen-before the next.
 *
 * @param <T> the type of the results
 */
public final class Delivery<T> {

  private final Job<T> job;
  private final Consumer<? super T> consumer;

  private long recordNumber;

  private long frames;
  private long results;
  private long bytes;
  private final Map<Reason, Long> skipped = new EnumMap<>(Reason.class);
  private final Map<Reason, Long> recovered = new EnumMap<>(Reason.class);
  private final List<Summary.Place> places = new ArrayList<>();
  private final Digest digest = new Digest();

  public Delivery(Job<T> job, Consumer<? super T> consumer) {
    this.job = job;
    this.consumer = consumer;
  }

  /**
   * Delivers the next batch.
   *
   * @throws MarcException in strict mode, at the batch's first flaw
   * @throws IOException the batch's failure to read
   * @throws InterruptedException if the thread is interrupted, or was while it read the batch
   */
  public void accept(Batch<T> batch) throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted between two blocks");
    }
    if (batch.offset() == 0) {
      recordNumber = 0; // the first batch of a source
    }
    int flawsSeen = 0;
    for (int slot = 0; slot < batch.size(); slot++) {
      recordNumber++;
      if (flawsSeen < batch.flaws().size() && batch.flaws().get(flawsSeen).slot() == slot) {
        account(batch.flaws().get(flawsSeen++));
      }
      var result = batch.result(slot);
      if (result != null) {
        results++;
        consumer.accept(result);
      }
    }
    frames += batch.size();
    bytes += batch.end() - batch.offset();
    digest.append(batch.digest());
    if (batch.failure() != null) {
      throw Failures.raised(batch.failure());
    }
    job.progress().delivered(frames, bytes);
  }

  private void account(Batch.Flaw flaw) {
    var error = flaw.error().numbered(recordNumber);
    if (job.mode() == Job.Mode.STRICT) {
      throw error;
    }
    var counts = flaw.recovered() ? recovered : skipped;
    counts.merge(error.reason(), 1L, Long::sum);
    if (places.size() < Summary.MOST_PLACES) {
      places.add(new Summary.Place(error, flaw.recovered()));
    }
  }

  /** The account so far. */
  public Summary summary() {
    long skips = skipped.values().stream().mapToLong(Long::longValue).sum();
    return new Summary(frames - skips, results, bytes, skipped, recovered, places, digest.value());
  }
}
