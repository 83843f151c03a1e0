package quintet.suite.tasks;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import quintet.suite.InputException;

/**
 * The lines of standard input that are not blank, read as they are asked for. A failure to read is
 * an {@link UncheckedIOException}. A line that is not in the encoding is an {@link InputException}:
 * what it would be taken for may be the name of another file.
 *
 * <p>Used by one thread at a time.
 */
final class Lines implements Iterator<String>, Closeable {

  private final BufferedReader reader;
  private final Charset charset;
  private long line;
  private @Nullable String next;

  /**
   * Reads them.
   *
   * @param charset has the ends of lines as ASCII has them, as those of all locales do
   */
  Lines(InputStream input, Charset charset) {
    // bytes as characters, so that a bad one is found in its line, when its turn has come
    reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.ISO_8859_1));
    this.charset = charset;
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null || next.isBlank()) {
        line++;
        var bytes = readLine();
        if (bytes == null) {
          return false;
        }
        next = decoded(bytes);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Up to LF or CR LF. A CR alone is a part of the line: file names may have one. */
  private @Nullable String readLine() throws IOException {
    int read = reader.read();
    if (read < 0) {
      return null;
    }
    var text = new StringBuilder();
    for (; read >= 0 && read != '\n'; read = reader.read()) {
      text.append((char) read);
    }
    int length = text.length();
    if (length > 0 && text.charAt(length - 1) == '\r') {
      text.setLength(length - 1);
    }
    return text.toString();
  }

  private String decoded(String bytes) {
    try {
      var encoded = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
      return charset.newDecoder().decode(encoded).toString();
    } catch (CharacterCodingException e) {
      throw new InputException(
          "<stdin>, line " + line + ": not " + charset + ", which the locale says it is", e);
    }
  }

  @Override
  public String next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException("no more lines");
    }
    var text = next;
    next = null;
    return text;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
