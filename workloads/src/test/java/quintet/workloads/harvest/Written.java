package quintet.workloads.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of a sheet, read back; the reading fails if it is not whole. */
record Written(List<Row> rows) {

  static Written in(Path sheet, Fields fields) throws IOException {
    var text = Files.readString(sheet);
    assertTrue(text.endsWith("\r\n"), () -> "a torn last line: " + text);
    var rows = new ArrayList<Row>();
    try (var reader = CsvReader.builder().ofCsvRecord(text)) {
      for (var cells : reader) {
        if (cells.getStartingLineNumber() == 1) {
          assertEquals(fields.columns(), cells.getFields());
        } else {
          rows.add(row(cells.getFields()));
        }
      }
    }
    return new Written(rows);
  }

  private static Row row(List<String> cells) {
    return new Row(
        cells.get(0),
        cells.get(1).isEmpty() ? 0 : Integer.parseInt(cells.get(1)),
        Integer.parseInt(cells.get(2)),
        Long.parseLong(cells.get(3)),
        Long.parseLong(cells.get(4)),
        cells.get(5),
        cells.subList(6, cells.size()));
  }

  /** The URLs, sorted; each as often as it has a row. */
  List<String> urls() {
    return rows.stream().map(Row::url).sorted().toList();
  }

  List<String> errors() {
    return rows.stream().map(Row::error).distinct().sorted().toList();
  }

  List<Integer> attempts() {
    return rows.stream().map(Row::attempts).distinct().sorted().toList();
  }

  long ok() {
    return rows.stream().filter(Row::ok).count();
  }

  /** What does not depend on the schedule, the clock, or the port of the server. */
  List<Row> timeless() {
    return rows.stream()
        .map(
            row ->
                new Row(
                    path(row.url()),
                    row.status(),
                    row.attempts(),
                    0,
                    row.bytes(),
                    row.error(),
                    row.fields()))
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .toList();
  }

  private static String path(String url) {
    return URI.create(url).getPath();
  }
}
