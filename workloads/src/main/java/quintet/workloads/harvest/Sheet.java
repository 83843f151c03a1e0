package quintet.workloads.harvest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The CSV (RFC 4180, UTF-8) that a harvest writes: a header, then one line for each URL. Valid at
 * any time: rows are appended whole, and what a failed write left is cut off. (The end of the
 * process within a long write may tear the last row; a resumed run cuts that off.)
 *
 * <p>Not thread-safe: one thread at a time, each call happens-before the next. After a failed write
 * it takes no more rows.
 */
public final class Sheet implements Closeable {

  private final String name;
  private final Medium medium;
  private final Fields fields;
  private final Map<String, Integer> done;

  private long length;
  private long rows;
  private @Nullable IOException failure;

  private Sheet(String name, Medium medium, Fields fields, long length, Map<String, Integer> done) {
    this.name = name;
    this.medium = medium;
    this.fields = fields;
    this.length = length;
    this.done = Map.copyOf(done);
    rows = done.values().stream().mapToLong(Integer::longValue).sum();
  }

  /**
   * A new file; one that is there is overwritten.
   *
   * @throws IOException if it cannot be written; the message names it
   */
  public static Sheet create(Path path, Fields fields) throws IOException {
    var medium = Medium.file(path);
    try {
      medium.truncate(0);
      return on(medium, path.toString(), fields);
    } catch (IOException e) {
      medium.close();
      throw e;
    }
  }

  /** A new sheet on an empty medium, named so in messages. */
  public static Sheet on(Medium medium, String name, Fields fields) throws IOException {
    var sheet = new Sheet(name, medium, fields, 0, Map.of());
    sheet.write(new Rows().line(fields.columns()).bytes());
    return sheet;
  }

  /**
   * Goes on with a file that an earlier run left, however it ended: its ok rows stay, and {@link
   * #done} has their URLs. A torn last line is dropped, and so are failed rows, since their URLs
   * are called again: the file is replaced by one without them, at once or not at all. Memory for
   * the URLs of the rows that stay. A file that is not there is created.
   *
   * @throws IOException if it cannot be read or written, or is not a sheet with these fields; the
   *     message names it
   */
  public static Sheet resume(Path path, Fields fields) throws IOException {
    if (!Files.exists(path)) {
      return create(path, fields);
    }
    var kept = new EarlierRun(path, fields).keepOkRows();
    if (kept == null) {
      return create(path, fields);
    }
    return new Sheet(path.toString(), Medium.file(path), fields, Files.size(path), kept);
  }

  public String name() {
    return name;
  }

  public Fields fields() {
    return fields;
  }

  /** Of each URL, how many ok rows the sheet had when it was opened. Immutable. */
  public Map<String, Integer> done() {
    return done;
  }

  /** How many rows are in it. */
  public long rows() {
    return rows;
  }

  /**
   * Appends these rows in one piece.
   *
   * @throws IOException if they cannot be written. None of them is in the sheet then, if the medium
   *     lets them be cut off; the message names the sheet, the number of its rows and the reason
   */
  public void append(Rows block) throws IOException {
    if (failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
    write(block.bytes());
    rows += block.tally().rows();
  }

  private void write(byte[] bytes) throws IOException {
    try {
      medium.write(bytes);
      length += bytes.length;
    } catch (IOException e) {
      failure =
          new IOException(
              name + ": cannot be written after " + rows + " rows: " + e.getMessage(), e);
      cutOff(failure);
      throw failure;
    }
  }

  private void cutOff(IOException reason) {
    try {
      medium.truncate(length);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    medium.close();
  }
}
