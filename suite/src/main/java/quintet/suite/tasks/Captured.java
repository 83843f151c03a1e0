package quintet.suite.tasks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a command wrote, until it is its turn to be shown. It waits in a file, because many outputs
 * may have to wait for one; only on its way from another process is it in memory.
 *
 * <p>Used by one thread at a time.
 */
sealed interface Captured {

  /**
   * The most that comes from another process. On its way it is in memory several times over, there
   * and here, and so is what other commands wrote.
   */
  int MOST_BYTES_SENT = 16 << 20;

  /** A file would take more. */
  int FEW_BYTES = 4_096;

  /** Passes it on, and forgets it. */
  void moveTo(OutputStream target) throws IOException;

  boolean isEmpty() throws IOException;

  /**
   * Its bytes, to be sent to another process. It is gone then.
   *
   * @param what it is, for the message
   * @throws IOException if there are too many
   */
  InMemory inMemory(String what) throws IOException;

  /** A file that the command wrote. */
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

    @Override
    public InMemory inMemory(String what) throws IOException {
      long size = Files.size(file);
      if (size > MOST_BYTES_SENT) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "wrote %,d bytes to %s; from another process come at most %,d",
                size,
                what,
                MOST_BYTES_SENT));
      }
      var bytes = Files.readAllBytes(file);
      Files.delete(file);
      return new InMemory(bytes);
    }
  }

  /** Bytes on their way between processes. */
  final class InMemory implements Captured, Serializable {

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

    @Override
    public InMemory inMemory(String what) {
      return this;
    }

    /** Out of memory, because it may be long until its turn; few bytes may stay. */
    Captured inFile(Path folder, String suffix) throws IOException {
      if (bytes.length <= FEW_BYTES) {
        return this;
      }
      var file = Files.createTempFile(folder, "", suffix);
      Files.write(file, bytes);
      return new InFile(file);
    }
  }
}
