package quintet.workloads.catalog;

import java.util.List;
import quintet.workloads.Staff;

/**
 * One piece of the work {@code catalog}, the same for every model. An immutable value.
 *
 * @param sources read in this order
 * @param work done on every record
 * @param mode what a malformed record does to the run
 * @param blockBytes size of the blocks in which sources are read
 * @param progress told after each block
 * @param <T> the type of the results
 */
public record Job<T>(
    List<Source> sources, Work<T> work, Mode mode, int blockBytes, Progress progress) {

  /** What a malformed record does. */
  public enum Mode {
    /** It ends the run with a {@link MarcException}, after the results before it. */
    STRICT,
    /** It is recovered or else skipped, and counted in the {@link Summary} either way. */
    LENIENT
  }

  /** Called by the thread that delivers, in order; never by two at once. */
  @FunctionalInterface
  public interface Progress {
    Progress NONE = (records, bytes) -> {};

    /** So many records and bytes, both counted from the start of the run, are delivered. */
    void delivered(long records, long bytes);
  }

  /**
   * The most bytes of blocks in flight. Their results take about as much again, and both must fit
   * in a heap of 256 MiB: a window counted in records would not know.
   */
  public static final int WINDOW_BYTES = 32 * 1024 * 1024;

  public Job {
    sources = List.copyOf(sources);
    if (blockBytes < 1 || blockBytes > WINDOW_BYTES / 2) {
      throw new IllegalArgumentException("blocks of " + blockBytes + " bytes");
    }
  }

  /** A strict job in blocks of the usual size. */
  public static <T> Job<T> of(List<Source> sources, Work<T> work) {
    return new Job<>(sources, work, Mode.STRICT, Block.DEFAULT_BYTES, Progress.NONE);
  }

  public Job<T> lenient() {
    return in(Mode.LENIENT);
  }

  public Job<T> in(Mode mode) {
    return new Job<>(sources, work, mode, blockBytes, progress);
  }

  public Job<T> inBlocksOf(int bytes) {
    return new Job<>(sources, work, mode, bytes, progress);
  }

  public Job<T> reportingTo(Progress listener) {
    return new Job<>(sources, work, mode, blockBytes, listener);
  }

  /**
   * How many blocks may be in flight: two for each worker, so that none waits for its next one
   * while its last one is delivered, within {@link #WINDOW_BYTES}.
   */
  public int window(Staff staff) {
    return Math.max(2, Math.min(2 * staff.workers() + 2, WINDOW_BYTES / blockBytes));
  }
}
