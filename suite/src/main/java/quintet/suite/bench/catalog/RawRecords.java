package quintet.suite.bench.catalog;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import quintet.workloads.catalog.Block;

/** Cuts a well-formed file into records, each in an array of its own. Confined to one thread. */
final class RawRecords implements Closeable {

  private static final int LENGTH_DIGITS = 5;

  private final BufferedInputStream in;

  RawRecords(Path file) throws IOException {
    in = new BufferedInputStream(Files.newInputStream(file), Block.DEFAULT_BYTES);
  }

  /** The next record, or null after the last. */
  byte @Nullable [] next() throws IOException {
    var digits = in.readNBytes(LENGTH_DIGITS);
    if (digits.length == 0) {
      return null;
    }
    int length = Integer.parseInt(new String(digits, StandardCharsets.US_ASCII));
    var record = Arrays.copyOf(digits, length);
    if (in.readNBytes(record, LENGTH_DIGITS, length - LENGTH_DIGITS) < length - LENGTH_DIGITS) {
      throw new EOFException("the last record is cut off");
    }
    return record;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
