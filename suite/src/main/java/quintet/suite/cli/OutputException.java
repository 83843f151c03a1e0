package quintet.suite.cli;

import java.io.IOException;

/** Standard output cannot be written. Unchecked, so that it passes through a consumer. */
public final class OutputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean readerGone;

  public OutputException(IOException cause) {
    super("standard output: " + cause.getMessage(), cause);
    readerGone = Output.isReaderGone(cause);
  }

  /** Whether the reader of the pipe has gone: it has seen all it wanted. */
  boolean isReaderGone() {
    return readerGone;
  }
}
