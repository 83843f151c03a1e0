package quintet.suite.bench.catalog;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.Job;

/**
 * What a run found: how many records, and a fingerprint of the results that depends on their order.
 */
record Answer(long records, long digest) {

  static Answer of(Catalog model, Job<?> job) throws IOException, InterruptedException {
    var tally = new Tally();
    var summary = model.run(job, tally::addResult);
    return new Answer(summary.records(), tally.digest);
  }

  /** Fails unless the other answer is the same: what is wrong is not worth timing. */
  void mustEqual(Answer expected) {
    if (!equals(expected)) {
      throw new IllegalStateException("wrong answer: " + this + ", but sequential has " + expected);
    }
  }

  /** An answer in the making. Confined to one thread. */
  static final class Tally {

    private long records;
    private long digest;

    /** Counts a record, and adds its result if it has one. */
    void addRecord(@Nullable Object result) {
      records++;
      if (result != null) {
        addResult(result);
      }
    }

    private void addResult(Object result) {
      digest = 31 * digest + result.hashCode();
    }

    Answer answer() {
      return new Answer(records, digest);
    }
  }
}
