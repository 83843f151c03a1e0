package quintet.suite.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * The folder of one campaign: {@code run.json} says how it was made, {@code jmh.json} has the raw
 * data of all forks in JMH's own form, {@code jmh.log} what JMH printed, {@code table.txt} the
 * tables.
 */
record ResultFolder(Path path) {

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Makes a new one, named by the time. */
  static ResultFolder in(Path results) throws IOException {
    var path = results.resolve(ZonedDateTime.now(ZoneId.systemDefault()).format(NAME));
    return new ResultFolder(Files.createDirectories(path));
  }

  Path log() {
    return path.resolve("jmh.log");
  }

  private Path json() {
    return path.resolve("jmh.json");
  }

  void writeHow(Map<String, ?> how) throws IOException {
    var file = path.resolve("run.json").toFile();
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file, how);
  }

  /** Writes the raw data of what is measured so far. */
  void writeResults(Ledger ledger) {
    ResultFormatFactory.getInstance(ResultFormatType.JSON, json().toString())
        .writeOut(ledger.merged());
  }

  void writeTables(String tables) throws IOException {
    Files.writeString(path.resolve("table.txt"), tables, StandardCharsets.UTF_8);
  }

  void copyResultsTo(Path other) throws IOException {
    Files.copy(json(), other, StandardCopyOption.REPLACE_EXISTING);
  }
}
