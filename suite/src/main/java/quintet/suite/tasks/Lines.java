package quintet.suite.tasks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text that are not blank, read as they are asked for. A failure to read is an
 * {@link UncheckedIOException}.
 *
 * <p>Used by one thread at a time.
 */
final class Lines implements Iterator<String> {

  private final BufferedReader reader;
  private @Nullable String next;

  Lines(BufferedReader reader) {
    this.reader = reader;
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null || next.isBlank()) {
        next = reader.readLine();
        if (next == null) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException("no more lines");
    }
    var line = next;
    next = null;
    return line;
  }
}
