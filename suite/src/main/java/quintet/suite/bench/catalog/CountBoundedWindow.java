package quintet.suite.bench.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import quintet.suite.bench.catalog.Answer.Tally;
import quintet.suite.bench.kit.FutureWindow;
import quintet.workloads.catalog.MarcRecord;

/**
 * Batches of 1,024 records in a window of 64 batches. Both numbers look harmless, and their product
 * with the size of a record does not: over a hundred megabytes are alive at any time, they outgrow
 * the young generation, and the collector copies them all. A window counted in bytes is bounded
 * whatever a record's size; a window counted in records is not.
 */
final class CountBoundedWindow implements Lesson {

  private static final int BATCH_RECORDS = 1_024;
  private static final int WINDOW_BATCHES = 64;

  @Override
  public Answer run(Path file, Weight weight, int workers) throws Exception {
    var tally = new Tally();
    var window =
        new FutureWindow<List<@Nullable Object>>(
            WINDOW_BATCHES, results -> results.forEach(tally::addRecord));
    try (var pool = Executors.newFixedThreadPool(workers);
        var records = new RawRecords(file)) {
      for (var batch = next(records); !batch.isEmpty(); batch = next(records)) {
        var whole = batch;
        window.add(pool.submit(() -> parse(whole, weight)));
      }
      window.takeAll();
    }
    return tally.answer();
  }

  private static List<byte[]> next(RawRecords records) throws IOException {
    var batch = new ArrayList<byte[]>(BATCH_RECORDS);
    while (batch.size() < BATCH_RECORDS) {
      var bytes = records.next();
      if (bytes == null) {
        break;
      }
      batch.add(bytes);
    }
    return batch;
  }

  private static List<@Nullable Object> parse(List<byte[]> batch, Weight weight) {
    var results = new ArrayList<@Nullable Object>(batch.size());
    for (var bytes : batch) {
      results.add(weight.work().on(MarcRecord.of(bytes)));
    }
    return results;
  }
}
