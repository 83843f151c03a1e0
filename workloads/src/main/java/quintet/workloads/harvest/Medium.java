package quintet.workloads.harvest;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Where the bytes of a sheet go. A seam for tests, whose disks fill and fail.
 *
 * <p>Not thread-safe; {@link Sheet} says who guards it.
 */
public interface Medium extends Closeable {

  /** Appends these bytes, or fails after some of them. */
  void write(byte[] bytes) throws IOException;

  /** Cuts off what is behind the first {@code length} bytes. */
  void truncate(long length) throws IOException;

  /**
   * A file, to be appended to. Not a channel: an interrupt would close it, perhaps in the middle of
   * a row, with no way left to cut that off (java.nio.channels.InterruptibleChannel).
   */
  static Medium file(Path path) throws IOException {
    var file = new RandomAccessFile(path.toFile(), "rw");
    file.seek(file.length());
    return new Medium() {
      @Override
      public void write(byte[] bytes) throws IOException {
        file.write(bytes);
      }

      @Override
      public void truncate(long length) throws IOException {
        file.setLength(length);
        file.seek(length);
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }
}
