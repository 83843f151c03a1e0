package quintet.suite.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Writes titles as lines of UTF-8, whatever the locale, through a large buffer.
 *
 * <p>A model calls it from one thread at a time.
 */
final class TitleLines implements Consumer<String> {

  private static final int BUFFER_BYTES = 128 * 1024;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int filled;

  TitleLines(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes one line.
   *
   * @throws OutputException if the output cannot be written
   */
  @Override
  public void accept(String title) {
    var bytes = onOneLine(title).getBytes(StandardCharsets.UTF_8);
    if (bytes.length + 1 > BUFFER_BYTES - filled) {
      drain();
    }
    if (bytes.length + 1 > BUFFER_BYTES) {
      write(bytes, bytes.length);
    } else {
      System.arraycopy(bytes, 0, buffer, filled, bytes.length);
      filled += bytes.length;
    }
    buffer[filled++] = '\n';
  }

  /** Writes out all that came. */
  void flush() {
    drain();
    try {
      out.flush();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  private void drain() {
    int length = filled;
    filled = 0; // what could not be written once is not tried again
    write(buffer, length);
  }

  private void write(byte[] bytes, int length) {
    try {
      out.write(bytes, 0, length);
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  private static String onOneLine(String title) {
    for (int i = 0; i < title.length(); i++) {
      if (isBreak(title.charAt(i))) {
        return title.replaceAll("\\R", " ");
      }
    }
    return title;
  }

  private static boolean isBreak(char c) {
    return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }
}
