package quintet.suite.results;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import quintet.suite.InputException;

/**
 * The folder of one run: {@code raw.json} (what was measured), {@code jmh.json} and {@code jmh.log}
 * (the same in JMH's own words), {@code environment.json} (where), {@code summary.json} (what
 * follows), and the report.
 *
 * <p>Every file appears whole or not at all, whenever the process ends. Writing does not heed an
 * interrupt: it is what a run does last, after Ctrl-C.
 */
public record RunFolder(Path path) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** The folder of an earlier run; it must have the raw data. */
  public static RunFolder existing(Path path) {
    var folder = new RunFolder(path);
    if (!Files.isRegularFile(folder.raw())) {
      throw new InputException(path + ": no raw.json there; not a run of quintet bench");
    }
    return folder;
  }

  public Path raw() {
    return path.resolve("raw.json");
  }

  public Path summary() {
    return path.resolve("summary.json");
  }

  public Path environment() {
    return path.resolve("environment.json");
  }

  public Path jmhJson() {
    return path.resolve("jmh.json");
  }

  public Path jmhLog() {
    return path.resolve("jmh.log");
  }

  /** The name, without the folders above it. */
  public String name() {
    return path.toAbsolutePath().normalize().getFileName().toString();
  }

  /** Reads where the run was made. */
  public Circumstances readCircumstances() throws IOException {
    if (!Files.isRegularFile(environment())) {
      throw new InputException(environment() + ": not there; without it nothing can be compared");
    }
    return read(environment(), Circumstances.class);
  }

  /**
   * Reads the raw data.
   *
   * @throws InputException if it is no JSON, or contradicts itself
   */
  public RawRun readRaw() throws IOException {
    var run = read(raw(), RawRun.class);
    var complaint = RawCheck.complaint(run);
    if (complaint != null) {
      throw new InputException(raw() + ": " + complaint);
    }
    return run;
  }

  /**
   * Reads one of the JSON files.
   *
   * @throws InputException if it is no JSON, or another kind of it; says where
   */
  public static <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return JSON.readValue(file.toFile(), type);
    } catch (JacksonException e) {
      throw new InputException(file + position(e) + ": " + e.getOriginalMessage(), e);
    }
  }

  private static String position(JacksonException e) {
    var at = e.getLocation();
    return at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  /** Writes one of the JSON files. */
  public static void write(Path file, Object value) throws IOException {
    writeText(file, JSON.writeValueAsString(value) + "\n");
  }

  /** Writes a file in UTF-8. */
  public static void writeText(Path file, String text) throws IOException {
    var part = new File(file + ".part");
    try (var out = new FileOutputStream(part)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      throw e; // it names the file
    } catch (IOException e) {
      Files.deleteIfExists(part.toPath());
      throw new IOException(file + ": " + e.getMessage(), e); // such as: no space left
    }
    Files.move(part.toPath(), file, StandardCopyOption.REPLACE_EXISTING);
  }
}
