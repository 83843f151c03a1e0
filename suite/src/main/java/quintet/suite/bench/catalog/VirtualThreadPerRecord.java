package quintet.suite.bench.catalog;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import quintet.suite.bench.catalog.Answer.Tally;
import quintet.suite.bench.kit.FutureWindow;
import quintet.workloads.catalog.MarcRecord;

/**
 * A virtual thread for each record, within a window. Virtual threads are cheap for work that waits;
 * this work computes for less time than it takes to start, schedule and join even a virtual thread,
 * and they add no core. The kind of thread does not matter where the portion is too small.
 */
final class VirtualThreadPerRecord implements Lesson {

  private static final int WINDOW_RECORDS = 1_024;

  @Override
  public Answer run(Path file, Weight weight, int workers) throws Exception {
    var tally = new Tally();
    var window = new FutureWindow<@Nullable Object>(WINDOW_RECORDS, tally::addRecord);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var records = new RawRecords(file)) {
      for (var bytes = records.next(); bytes != null; bytes = records.next()) {
        var record = bytes;
        window.add(threads.submit(() -> weight.work().on(MarcRecord.of(record))));
      }
      window.takeAll();
    }
    return tally.answer();
  }
}
