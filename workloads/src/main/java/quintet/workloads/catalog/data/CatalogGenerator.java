package quintet.workloads.catalog.data;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Makes catalogues of any size from a seed number. The texts are invented; what is like a real
 * catalogue is the shape.
 *
 * <p>Matched with real catalogues. Lengths and counts are those of 117,860 real records; rates and
 * shares those of the 6,836 bibliographic ones among 18,287 that were looked at field by field. On
 * the right, 100,000 records of seed 1 with 20 % in MARC-8:
 *
 * <pre>
 *                                       real   generated
 *   bytes, mean                        1,668       1,668
 *   bytes, 99th percentile             5,367       5,667
 *   bytes, longest                    68,536      68,070
 *   fields, mean                        27.7        27.4
 *   subfields, mean                     54.2        52.6
 *   bytes of 245, median                  78          78
 *   with 245 $b                         37 %        39 %
 *   with a main entry (1XX)             71 %        71 %
 *   with an ISBN field (020)            44 %        38 %
 *   with a right check digit           100 %        99 %    of the ISBNs in 020 $a
 *   6XX fields, median                     3           3
 *   without any 6XX                      7 %         8 %
 *   with 880 fields                      7 %         7 %
 *   in English (008)                    61 %        69 %
 *   MARC-8 with more than ASCII         42 %        40 %    of the records in MARC-8
 *   MARC-8 fields with more than ASCII   4 %         6 %    of the fields in them
 * </pre>
 *
 * <p>Not matched: long records are so by their holdings only, real ones by notes and contents too;
 * years are spread evenly over decades; the fields of a record depend on each other only where the
 * format demands it. More titles than in the sample are in a script other than Latin (3 % directly,
 * 7 % in an 880 field), so that a small catalogue has them all.
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

  /** Another edition gives other bytes for the same seed, so its data are kept apart. */
  public static final int EDITION = 1;

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
