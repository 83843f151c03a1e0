package quintet.suite.bench;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Passes lines on without the paths of this machine: results are given away, and a path may hold a
 * person's name. Not thread-safe; {@link java.io.PrintStream} around it locks.
 */
final class Anonymous extends FilterOutputStream {

  private final Map<String, String> words = new LinkedHashMap<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  /** {@code home} is the project's folder. */
  Anonymous(OutputStream out, Path home) {
    super(out);
    words.put(System.getProperty("java.home"), "JDK");
    words.put(home.toAbsolutePath().normalize().toString(), "QUINTET");
    words.put(home.toAbsolutePath().toString(), "QUINTET");
    words.put(System.getProperty("java.io.tmpdir"), "TMP");
    words.put(System.getProperty("user.home"), "HOME");
    words.keySet().removeIf(path -> path.length() <= 1); // that would be the root
  }

  @Override
  public void write(int b) throws IOException {
    line.write(b);
    if (b == '\n') {
      passOn();
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(bytes[i]);
    }
  }

  private void passOn() throws IOException {
    var text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    for (var word : words.entrySet()) {
      text = text.replace(word.getKey(), word.getValue());
    }
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    passOn();
    super.close();
  }
}
