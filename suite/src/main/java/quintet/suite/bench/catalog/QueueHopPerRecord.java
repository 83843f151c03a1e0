package quintet.suite.bench.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import quintet.suite.bench.catalog.Answer.Tally;
import quintet.workloads.catalog.MarcRecord;

/**
 * One thread reads, and hands each record over a bounded queue to the thread that parses. It looks
 * like a fair share of the work, but a hop over a queue costs about as much as parsing a record:
 * what is handed over must be worth the handing over, which is why the models pass blocks.
 */
final class QueueHopPerRecord implements Lesson {

  private static final int QUEUED_RECORDS = 1_024;
  private static final byte[] END = {};

  @Override
  public Answer run(Path file, Weight weight, int workers) throws Exception {
    var queue = new ArrayBlockingQueue<byte[]>(QUEUED_RECORDS);
    try (var readers = Executors.newSingleThreadExecutor()) {
      try {
        var reading = readers.submit(() -> read(file, queue));
        var tally = new Tally();
        for (var bytes = queue.take(); bytes.length > 0; bytes = queue.take()) {
          tally.addRecord(weight.work().on(MarcRecord.of(bytes)));
        }
        reading.get();
        return tally.answer();
      } finally {
        readers.shutdownNow();
      }
    }
  }

  private static @Nullable Void read(Path file, BlockingQueue<byte[]> queue)
      throws IOException, InterruptedException {
    try (var records = new RawRecords(file)) {
      for (var bytes = records.next(); bytes != null; bytes = records.next()) {
        queue.put(bytes);
      }
    } finally {
      queue.put(END);
    }
    return null;
  }
}
