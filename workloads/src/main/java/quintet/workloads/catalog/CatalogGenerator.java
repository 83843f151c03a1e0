package quintet.workloads.catalog;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Makes catalogues of any size from a seed number. The texts are invented; what is like a real
 * catalogue is the shape.
 *
 * <p>Every record depends on the seed and on its number only, so the same order gives the same
 * bytes on every machine, and parts of a catalogue can be made independently. Immutable, so it may
 * be shared by threads.
 *
 * @param records how many
 * @param seed any number
 * @param marc8Percent how many of a hundred records are in MARC-8; the others are in UTF-8
 * @param brokenPercent how many of a hundred records are damaged, in one of the ways in {@code
 *     Damage}
 */
public record CatalogGenerator(long records, long seed, int marc8Percent, int brokenPercent) {

  private static final int BUFFER_BYTES = 256 * 1024;
  private static final int RECORDS_PER_REPORT = 1000;

  public CatalogGenerator {
    if (records < 0) {
      throw new IllegalArgumentException("records: " + records);
    }
    requirePercent("marc8Percent", marc8Percent);
    requirePercent("brokenPercent", brokenPercent);
  }

  private static void requirePercent(String name, int value) {
    if (value < 0 || value > 100) {
      throw new IllegalArgumentException(name + " is not from 0 to 100: " + value);
    }
  }

  /**
   * Writes all records. Does not close {@code out}.
   *
   * @param recordsWritten told how many records are done, every thousand and at the end
   */
  public void write(OutputStream out, LongConsumer recordsWritten) throws IOException {
    var composer = new RecordComposer(this);
    var buffer = new byte[BUFFER_BYTES];
    int filled = 0;
    for (long number = 0; number < records; number++) {
      composer.compose(number);
      if (filled + composer.length() > buffer.length) {
        out.write(buffer, 0, filled);
        filled = 0;
      }
      System.arraycopy(composer.buffer(), 0, buffer, filled, composer.length());
      filled += composer.length();
      if ((number + 1) % RECORDS_PER_REPORT == 0) {
        recordsWritten.accept(number + 1);
      }
    }
    out.write(buffer, 0, filled);
    recordsWritten.accept(records);
  }

  /** The bytes of one record, counted from 0, with whatever damage it has. */
  public byte[] record(long number) {
    if (number < 0) {
      throw new IllegalArgumentException("record " + number);
    }
    var composer = new RecordComposer(this);
    composer.compose(number);
    return Arrays.copyOf(composer.buffer(), composer.length());
  }
}
