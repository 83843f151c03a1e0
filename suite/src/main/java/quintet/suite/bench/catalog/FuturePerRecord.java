package quintet.suite.bench.catalog;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import quintet.suite.bench.catalog.Answer.Tally;
import quintet.suite.bench.kit.FutureWindow;
import quintet.workloads.catalog.MarcRecord;

/**
 * A CompletableFuture for each record, on a pool of platform threads, within a window. Each record
 * crosses the pool's queue and wakes threads, and each result is waited for alone. The same futures
 * over blocks are the model {@code async}: what differs is the portion.
 */
final class FuturePerRecord implements Lesson {

  private static final int WINDOW_RECORDS = 1_024;

  @Override
  public Answer run(Path file, Weight weight, int workers) throws Exception {
    var tally = new Tally();
    var window = new FutureWindow<@Nullable Object>(WINDOW_RECORDS, tally::addRecord);
    try (var pool = Executors.newFixedThreadPool(workers);
        var records = new RawRecords(file)) {
      for (var bytes = records.next(); bytes != null; bytes = records.next()) {
        var record = bytes;
        window.add(
            CompletableFuture.supplyAsync(() -> weight.work().on(MarcRecord.of(record)), pool));
      }
      window.takeAll();
    }
    return tally.answer();
  }
}
