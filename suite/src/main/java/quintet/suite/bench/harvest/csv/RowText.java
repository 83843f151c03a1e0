package quintet.suite.bench.harvest.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;

/**
 * Rows by number, formatted as those of a harvest are, by the same library. With a time and some
 * decimals among their fields they are about a microsecond of work each. Not thread-safe: confined
 * to a thread, or guarded by whoever shares it.
 */
final class RowText {

  /** Makes cells that look like anything; from SplitMix64. */
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private final StringWriter text = new StringWriter();
  private final CsvWriter csv =
      CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(text);

  void add(int number) {
    csv.writeRecord(cells(number));
  }

  /** The rows so far in UTF-8, which are then gone from here. */
  byte[] take() {
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    text.getBuffer().setLength(0);
    return bytes;
  }

  private static List<String> cells(int number) {
    long mixed = (number + 1) * STEP;
    return List.of(
        Integer.toString(number),
        "https://api.example.org/items/" + number,
        "200",
        "1",
        Long.toString(mixed >>> 58),
        Long.toString(mixed >>> 54),
        "",
        "a name, with a comma",
        Instant.ofEpochMilli(mixed >>> 24).toString(),
        Double.toString((mixed >>> 40) / 100.0),
        Double.toString((mixed >>> 50) / 8.0),
        Long.toHexString(mixed));
  }

  /** Throws unless the files together have each row once and whole, numbered from 0. */
  static void check(List<Path> files, int rows) throws IOException {
    var found = new BitSet(rows);
    for (var file : files) {
      try (var reader = CsvReader.builder().ofCsvRecord(file, StandardCharsets.UTF_8)) {
        for (var row : reader) {
          int number = Integer.parseInt(row.getField(0));
          if (!row.getFields().equals(cells(number)) || found.get(number)) {
            throw new IllegalStateException("a torn row, or one too many: " + row);
          }
          found.set(number);
        }
      }
    }
    if (found.cardinality() != rows || found.length() != rows) {
      throw new IllegalStateException(found.cardinality() + " rows of " + rows);
    }
  }
}
