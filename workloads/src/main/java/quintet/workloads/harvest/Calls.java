package quintet.workloads.harvest;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one run, one after the other, made as they are asked for. The run's time begins when
 * this is made.
 *
 * <p>Not thread-safe: one thread at a time, each call happens-before the next.
 */
public final class Calls {

  private final Job job;
  private final Iterator<String> urls;
  private final long endNanos;

  private final DoneRows done;

  private long number;
  private long skipped;
  private boolean ended;

  public Calls(Job job) {
    this.job = job;
    urls = job.urls().iterator();
    done = new DoneRows(job.sheet().done());
    endNanos = job.time().nanos() + job.deadline().toNanos();
  }

  /**
   * The next call, or null after the last: then the source is not asked again, since one that reads
   * from a terminal would wait for more. Throws what the source throws, and that is its end too.
   */
  public @Nullable Call next() {
    for (var url = pull(); url != null; url = pull()) {
      if (!done.take(url)) {
        return new Call(job, url, number++, endNanos);
      }
      skipped++;
    }
    return null;
  }

  private @Nullable String pull() {
    if (ended) {
      return null;
    }
    ended = true; // unless there is one more, and no exception instead
    var url = urls.hasNext() ? urls.next() : null;
    ended = url == null;
    return url;
  }

  /** URLs that a resumed sheet had already. */
  public long skipped() {
    return skipped;
  }
}
