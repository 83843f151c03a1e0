package quintet.suite.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import quintet.suite.InputException;

/**
 * Keeps a second measurement away for as long as this is open: two at once measure each other. JMH
 * has a lock too, but gives it back after each fork. The system gives this one back when the
 * process ends, however it does.
 */
final class Alone implements Closeable {

  private final FileChannel channel;

  private Alone(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param home the project's folder
   * @throws InputException if another measurement has it
   */
  static Alone in(Path home) throws IOException {
    var folder = Files.createDirectories(home.resolve(".quintet"));
    var channel =
        FileChannel.open(
            folder.resolve("bench.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (hasLocked(channel)) {
        return new Alone(channel);
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new InputException(
        "another 'quintet bench' is measuring; two at once measure each other");
  }

  private static boolean hasLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException thisProcessHasIt) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
