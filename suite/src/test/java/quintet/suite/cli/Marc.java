package quintet.suite.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Small MARC files. */
public final class Marc {

  /** A record whose stated length is not a number: lenient mode skips it. */
  public static final byte[] BROKEN = "this is no record\u001d".getBytes(StandardCharsets.US_ASCII);

  private Marc() {}

  /** A file with one record for each title. */
  public static Path file(Path file, String... titles) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (var title : titles) {
      bytes.write(record(title));
    }
    return Files.write(file, bytes.toByteArray());
  }

  /** A UTF-8 record that has no other field than 245. */
  public static byte[] record(String title) {
    var field = "10\u001fa" + title + "\u001e";
    int fieldBytes = field.getBytes(StandardCharsets.UTF_8).length;
    int base = 24 + 12 + 1;
    return String.format(
            Locale.ROOT,
            "%05dnam a22%05d a 4500245%04d%05d\u001e%s\u001d",
            base + fieldBytes + 1,
            base,
            fieldBytes,
            0,
            field)
        .getBytes(StandardCharsets.UTF_8);
  }
}
