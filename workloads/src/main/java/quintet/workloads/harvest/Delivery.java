package quintet.workloads.harvest;

import java.io.IOException;

/**
 * The writing end of one run: puts rows into the sheet, counts them, and reports progress.
 *
 * <p>Not thread-safe: one thread at a time, each call happens-before the next.
 */
public final class Delivery {

  private final Job job;
  private Summary soFar = Summary.NOTHING;

  public Delivery(Job job) {
    this.job = job;
  }

  /** Writes these rows in one piece, and makes {@code rows} empty. */
  public void accept(Rows rows) throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    job.sheet().append(rows);
    soFar = soFar.plus(rows.tally());
    rows.clear();
    job.progress().written(soFar);
  }

  /** The account of the run, which skipped so many URLs. */
  public Summary summary(long skipped) {
    return soFar.withSkipped(skipped);
  }
}
