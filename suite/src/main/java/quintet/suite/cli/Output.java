package quintet.suite.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers why it failed. A {@link java.io.PrintStream} on top of it swallows
 * the exception; a table cut off by a full disk must not end with exit code 0.
 *
 * <p>Used by one thread at a time.
 */
public final class Output extends OutputStream {

  private final OutputStream target;
  private @Nullable IOException failure;

  public Output(OutputStream target) {
    this.target = target;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      target.write(bytes, from, length);
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      target.flush();
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  private IOException remembered(IOException e) {
    if (failure == null) {
      failure = e;
    }
    return e;
  }

  /** The first failure, or null. */
  @Nullable IOException failure() {
    return failure;
  }

  /** Whether {@code e} means that the reader of a pipe has gone, which is its right. */
  static boolean isReaderGone(IOException e) {
    // There is no type or code for EPIPE; translations of its text keep the word.
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }
}
