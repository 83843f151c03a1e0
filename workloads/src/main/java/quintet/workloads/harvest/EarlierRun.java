package quintet.workloads.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sheet that an earlier run left behind, and what of it is worth keeping. */
final class EarlierRun {

  private static final int STATUS = 1;
  private static final int ERROR = 5;

  private final Path path;
  private final List<String> columns;

  EarlierRun(Path path, Fields fields) throws IOException {
    this.path = path.toRealPath();
    columns = fields.columns();
  }

  /**
   * Drops all but the ok rows.
   *
   * @return how many there are of each URL; null if there is not even a header
   * @throws IOException if this is not a sheet with these fields, or the disk fails; the file is
   *     then as it was, but for a torn line
   */
  @Nullable Map<String, Integer> keepOkRows() throws IOException {
    long whole = wholeLines();
    if (whole == 0) {
      mustBeTornHeader();
      return null;
    }
    try (var reader = CsvReader.builder().ofCsvRecord(path, UTF_8)) {
      mustBeOurs(reader.iterator().next().getFields());
    } catch (CsvParseException e) {
      throw notASheet(String.valueOf(e.getMessage()));
    }
    try (var file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(whole);
    }
    return copyOkRows();
  }

  /**
   * The length of the file up to its last whole line. A line ends where a line feed is outside
   * quotes; all three are ASCII, which no other character of UTF-8 contains.
   */
  private long wholeLines() throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(path))) {
      long whole = 0;
      boolean quoted = false;
      long position = 1;
      for (int b = in.read(); b >= 0; b = in.read(), position++) {
        quoted ^= b == '"';
        if (b == '\n' && !quoted) {
          whole = position;
        }
      }
      return whole;
    }
  }

  private void mustBeTornHeader() throws IOException {
    var header = new Rows().line(columns).bytes();
    if (Files.size(path) >= header.length
        || !Arrays.equals(
            Files.readAllBytes(path), Arrays.copyOf(header, (int) Files.size(path)))) {
      throw notASheet("it has no header");
    }
  }

  private void mustBeOurs(List<String> header) throws IOException {
    if (!header.equals(columns)) {
      throw new IOException(
          path
              + ": has the columns "
              + String.join(", ", header)
              + ", but this run's are "
              + String.join(", ", columns)
              + ": select the same fields, or write another file");
    }
  }

  /** Into a file beside it, which then takes its place in one step. */
  private Map<String, Integer> copyOkRows() throws IOException {
    var copy = path.resolveSibling(path.getFileName() + ".resuming");
    try {
      var kept = copyOkRowsTo(copy);
      Files.move(copy, path, StandardCopyOption.ATOMIC_MOVE);
      return kept;
    } catch (CsvParseException e) {
      throw notASheet(String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      throw new IOException(copy + ": " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private Map<String, Integer> copyOkRowsTo(Path copy) throws IOException {
    var kept = new HashMap<String, Integer>();
    try (var reader = anyNumberOfFields().ofCsvRecord(path, UTF_8);
        var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(copy, UTF_8)) {
      Iterator<CsvRecord> records = reader.iterator();
      writer.writeRecord(records.next().getFields());
      while (records.hasNext()) {
        var cells = records.next();
        mustBeWhole(cells);
        if (isOk(cells)) {
          writer.writeRecord(cells.getFields());
          kept.merge(cells.getField(0), 1, Integer::sum);
        }
      }
    }
    return kept;
  }

  /** The reader's own check does not say what is wrong. */
  private static CsvReader.CsvReaderBuilder anyNumberOfFields() {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
  }

  private void mustBeWhole(CsvRecord cells) throws IOException {
    if (cells.getFieldCount() != columns.size()) {
      throw notASheet(
          "the record in line %d has %d fields, but must have %d"
              .formatted(cells.getStartingLineNumber(), cells.getFieldCount(), columns.size()));
    }
  }

  private static boolean isOk(CsvRecord cells) {
    return cells.getField(ERROR).isEmpty() && cells.getField(STATUS).startsWith("2");
  }

  private IOException notASheet(String reason) {
    return new IOException(path + ": is not the sheet of a harvest: " + reason);
  }
}
