package quintet.suite.bench.catalog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import quintet.suite.bench.catalog.Answer.Tally;

/**
 * An ordered pipeline around marc4j: the caller reads batches of records, a pool parses them, and
 * the caller takes the results in order, parsing too when the first batch is not ready. Parsing is
 * so slow that all else vanishes beside it, and the speed-up is almost the number of cores: a good
 * speed-up says little of the speed.
 */
final class Marc4jPipeline implements Lesson {

  private static final int BATCH_RECORDS = 64;
  private static final int BATCHES_PER_WORKER = 4;

  @Override
  public Answer run(Path file, Weight weight, int workers) throws Exception {
    var tally = new Tally();
    var window = new ArrayDeque<FutureTask<List<@Nullable Object>>>();
    try (var pool = Executors.newFixedThreadPool(Math.max(1, workers - 1));
        var records = new RawRecords(file)) {
      for (var batch = next(records); batch.length > 0; batch = next(records)) {
        if (window.size() == workers * BATCHES_PER_WORKER) {
          takeFirst(window, tally);
        }
        var whole = batch;
        var task = new FutureTask<>(() -> parse(whole, weight));
        window.add(task);
        pool.execute(task);
      }
      while (!window.isEmpty()) {
        takeFirst(window, tally);
      }
    }
    return tally.answer();
  }

  private static byte[] next(RawRecords records) throws IOException {
    var batch = new ByteArrayOutputStream();
    for (int i = 0; i < BATCH_RECORDS; i++) {
      var bytes = records.next();
      if (bytes == null) {
        break;
      }
      batch.writeBytes(bytes);
    }
    return batch.toByteArray();
  }

  private static List<@Nullable Object> parse(byte[] batch, Weight weight) {
    var results = new ArrayList<@Nullable Object>(BATCH_RECORDS);
    Parser.readMarc4j(new ByteArrayInputStream(batch), weight, results::add);
    return results;
  }

  /**
   * To run a task that has begun does nothing, so the caller can try each until the first is done.
   */
  private static void takeFirst(ArrayDeque<FutureTask<List<@Nullable Object>>> window, Tally tally)
      throws InterruptedException, ExecutionException {
    var first = window.remove();
    first.run();
    for (var other : window) {
      if (first.isDone()) {
        break;
      }
      other.run();
    }
    first.get().forEach(tally::addRecord);
  }
}
