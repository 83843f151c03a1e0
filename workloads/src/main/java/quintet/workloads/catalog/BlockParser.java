package quintet.workloads.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Does the work on the records of a block. It never throws: what goes wrong is in the batch.
 *
 * <p>Holds a record view and a text decoder, so it is confined to one thread at a time.
 *
 * @param <T> the type of the results
 */
public final class BlockParser<T> {

  /** Records of real catalogues have 1,668 bytes on average; half of that wastes no growth. */
  private static final int SMALL_RECORD_BYTES = 800;

  private final Work<T> work;
  private final Framing framing = new Framing();
  private final MarcRecord record = new MarcRecord();

  public BlockParser(Work<T> work) {
    this.work = work;
  }

  /**
   * Works on every record of the block, which is free for reuse afterwards.
   *
   * <p>An exception of the work other than a {@link MarcException} ends the batch with a failure
   * slot.
   */
  public Batch<T> parse(Block block) {
    var batch = new Batch<T>(block.offset());
    try {
      batch.expect(16 + block.length() / SMALL_RECORD_BYTES);
      for (int at = 0; at < block.length(); at = framing.end()) {
        framing.next(block.bytes(), at, block.visible(), true);
        if (framing.start() < framing.end()) {
          parseFrame(block, batch);
        }
      }
    } catch (Throwable e) { // also what a work throws without declaring it
      batch.fail(e);
    }
    batch.setLength(block.length());
    if (block.failure() != null) {
      batch.fail(block.failure());
    }
    return batch;
  }

  private void parseFrame(Block block, Batch<T> batch) {
    var reason = framing.flaw();
    if (reason == null) {
      try {
        record.wrap(
            block.source().name(),
            block.offset() + framing.start(),
            block.bytes(),
            framing.start(),
            framing.end());
        batch.add(work.on(record));
      } catch (MarcException e) {
        recover(block, batch, e);
      }
    } else {
      var error = frameError(block, reason);
      if (framing.isWhole()) {
        recover(block, batch, error);
      } else {
        batch.addFlaw(error);
      }
    }
  }

  /** Tries the record again with its fields told apart by their terminators. */
  private void recover(Block block, Batch<T> batch, MarcException error) {
    @Nullable T result;
    try {
      record.salvage(
          block.source().name(),
          block.offset() + framing.start(),
          block.bytes(),
          framing.start(),
          framing.end());
      result = work.on(record);
    } catch (MarcException hopeless) {
      batch.addFlaw(error);
      return;
    }
    batch.addRecovered(result, error);
  }

  private MarcException frameError(Block block, Reason reason) {
    int start = framing.start();
    int stated = Framing.lengthAt(block.bytes(), start, framing.end());
    var claim = stated < 0 ? "no length in digits" : "length " + stated;
    return MarcException.flaw(
        block.source().name(),
        block.offset() + start,
        reason,
        claim + " stated, " + (framing.end() - start) + " bytes found");
  }
}
