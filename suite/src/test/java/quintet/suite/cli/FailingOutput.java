package quintet.suite.cli;

import java.io.IOException;
import java.io.OutputStream;

/** An output that cannot be written. */
final class FailingOutput extends OutputStream {

  private final String reason;

  FailingOutput(String reason) {
    this.reason = reason;
  }

  @Override
  public void write(int b) throws IOException {
    throw new IOException(reason);
  }
}
