package quintet.workloads.harvest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Some rows, formatted and counted, on their way to the sheet. Whoever formats needs no lock;
 * whoever writes, writes whole rows.
 *
 * <p>Not thread-safe: confined to the thread that fills it. The format is RFC 4180: commas, CRLF,
 * quotes where needed; UTF-8.
 */
public final class Rows {

  private final StringWriter text = new StringWriter();
  private final CsvWriter csv =
      CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(text);
  private Summary tally = Summary.NOTHING;

  public void add(Row row) {
    var cells = new ArrayList<String>();
    cells.add(row.url());
    cells.add(row.status() == 0 ? "" : Integer.toString(row.status()));
    cells.add(Integer.toString(row.attempts()));
    cells.add(Long.toString(row.milliseconds()));
    cells.add(Long.toString(row.bytes()));
    cells.add(row.error());
    cells.addAll(row.fields());
    csv.writeRecord(cells);
    tally = tally.plus(row);
  }

  /** Just these cells, which count for nothing. */
  Rows line(List<String> cells) {
    csv.writeRecord(cells);
    return this;
  }

  public boolean isEmpty() {
    return text.getBuffer().isEmpty();
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  Summary tally() {
    return tally;
  }

  /** Makes room for others. */
  public void clear() {
    text.getBuffer().setLength(0);
    tally = Summary.NOTHING;
  }
}
