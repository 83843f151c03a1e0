package quintet.suite.bench.harvest.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.IntFunction;
import quintet.suite.bench.kit.Labelled;

/**
 * Ways for two threads to write their rows. In all but the last, a thread formats its rows by
 * itself; what differs is how many it hands over at a time, and what it waits for.
 *
 * <p>Of our models, {@code LocksHarvest} is {@link #LOCK_PER_ROW} without a buffer, since a row is
 * in the file as soon as it is known; and {@code PipelineHarvest} is {@link #QUEUE_PER_ROW} with a
 * writer that takes all rows that have come meanwhile, and formats them too. Neither is the
 * fastest. Their rows come some thousand times a second, and a hundred times as often would be
 * needed for it to matter; whoever has so many rows hands them over in blocks, as {@link
 * #LOCK_PER_BLOCK} does.
 */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
public enum CsvForm implements Labelled {

  /** Nothing is shared and nobody waits: what one file can be as fast as. */
  FILE_PER_THREAD("a file for each thread", CsvForm.BLOCK_ROWS, Target.FilePerThread::in),

  /** One thread does it all. */
  ONE_THREAD("one thread", CsvForm.BLOCK_ROWS, Target.FilePerThread::in),

  /** The file's end is a number that is added to; the system writes side by side. */
  RESERVED_OFFSET(
      "reserved offset", CsvForm.BLOCK_ROWS, (folder, _) -> Target.ReservedOffset.in(folder)),

  /** A lock that is held for one write of many rows. */
  LOCK_PER_BLOCK(
      "lock per 64 rows", CsvForm.BLOCK_ROWS, (folder, _) -> Target.Locked.forBlocks(folder)),

  /** A lock that is taken for each row. */
  LOCK_PER_ROW("lock per row", 1, (folder, _) -> Target.Locked.forRows(folder, false)),

  /** A thread of its own writes: the single-writer principle. */
  QUEUE_PER_BLOCK(
      "queue per 64 rows", CsvForm.BLOCK_ROWS, (folder, _) -> Target.Queued.forBlocks(folder)),

  /** The same, and each row crosses the queue by itself. */
  QUEUE_PER_ROW("queue per row", 1, (folder, _) -> Target.Queued.forRows(folder)),

  /** Who waits the longest is next: each row waits for a thread to be woken. */
  FAIR_LOCK("fair lock per row", 1, (folder, _) -> Target.Locked.forRows(folder, true)),

  /** What one writes first: the threads take turns at all there is to do. */
  FORMAT_UNDER_LOCK(
      "formatting under the lock",
      CsvForm.BLOCK_ROWS,
      (folder, _) -> Target.FilePerThread.in(folder, 1));

  /** Some kilobytes: a write of them costs little more than a write of one row. */
  static final int BLOCK_ROWS = 64;

  private interface Opening {
    Target open(Path folder, int threads) throws IOException;
  }

  private final String name;
  private final int blockRows;
  private final Opening opening;

  CsvForm(String name, int blockRows, Opening opening) {
    this.name = name;
    this.blockRows = blockRows;
    this.opening = opening;
  }

  @Override
  public String label() {
    return name;
  }

  /** Writes rows by number, from 0, into files of the folder. Each thread has an equal share. */
  void write(Path folder, ExecutorService pool, int mostThreads, int rows)
      throws IOException, InterruptedException, ExecutionException {
    int threads = this == ONE_THREAD ? 1 : mostThreads;
    try (var target = opening.open(folder, threads)) {
      var lines = lines(target);
      var shares = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        shares.add(
            () ->
                write(lines.apply(thread), rows * thread / threads, rows * (thread + 1) / threads));
      }
      for (var share : pool.invokeAll(shares)) {
        var _ = share.get();
      }
    }
  }

  private IntFunction<Lines> lines(Target target) {
    if (this == FORMAT_UNDER_LOCK) {
      var shared = new Lines.Shared(new Lines.Own(target, 0, blockRows));
      return _ -> shared;
    }
    return thread -> new Lines.Own(target, thread, blockRows);
  }

  private static int write(Lines lines, int from, int to) throws IOException, InterruptedException {
    for (int number = from; number < to; number++) {
      lines.add(number);
    }
    lines.end();
    return to - from;
  }
}
