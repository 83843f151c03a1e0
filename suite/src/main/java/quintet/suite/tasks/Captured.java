package quintet.suite.tasks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a command wrote, until it is its turn to be shown. It waits in a file, because many outputs
 * may have to wait for one; only on its way to another process is it in memory.
 *
 * <p>Used by one thread at a time.
 */
sealed interface Captured extends Serializable {

  /** Passes it on, and forgets it. */
  void moveTo(OutputStream target) throws IOException;

  boolean isEmpty() throws IOException;

  /** A file that the command wrote. */
  @SuppressWarnings("serial") // replaced on its way
  record InFile(Path file) implements Captured {

    @Override
    public void moveTo(OutputStream target) throws IOException {
      Files.copy(file, target);
      Files.delete(file);
    }

    @Override
    public boolean isEmpty() throws IOException {
      return Files.size(file) == 0;
    }

    Object writeReplace() {
      try {
        var bytes = Files.readAllBytes(file);
        Files.delete(file);
        return new InMemory(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Bytes that came from another process. */
  final class InMemory implements Captured {

    private static final long serialVersionUID = 1;

    private final byte[] bytes;

    InMemory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void moveTo(OutputStream target) throws IOException {
      target.write(bytes);
    }

    @Override
    public boolean isEmpty() {
      return bytes.length == 0;
    }
  }
}
