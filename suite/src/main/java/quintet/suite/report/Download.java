package quintet.suite.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary;

/**
 * A file inside the page, compressed: the page alone is enough to check it.
 *
 * @param beside its name in the folder of the report; null if it is not there
 * @param name under which the browser saves it
 * @param href all of it
 * @param size when it is unpacked; packed it depends on the JDK
 */
record Download(@Nullable String beside, String name, String href, String size) {

  /** A file that lies beside the report, too. */
  static Download of(String file, byte[] content) {
    return inside(file, content, file);
  }

  /** A file that is in the page alone. */
  static Download inside(String file, byte[] content) {
    return inside(file, content, null);
  }

  /** As it stands in {@code summary.json}. */
  static byte[] json(Summary summary) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(summary);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Download inside(String file, byte[] content, @Nullable String beside) {
    var compressed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var text = Base64.getEncoder().encodeToString(compressed.toByteArray());
    return new Download(
        beside,
        file + ".gz",
        "data:application/gzip;base64," + text,
        Numbers.count(content.length) + " bytes");
  }
}
