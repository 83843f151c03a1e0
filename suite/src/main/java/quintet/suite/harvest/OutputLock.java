package quintet.suite.harvest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import quintet.suite.InputException;

/**
 * Keeps a second harvest away from the same file for as long as this is open: two would write each
 * other's rows to pieces. It is a file beside the output (where links to it lead), since a resumed
 * output is replaced by another file. The system gives the lock back when the process ends, however
 * it does; what may stay behind then is an empty promise that the next one takes over.
 */
final class OutputLock implements Closeable {

  /** Not where anything is written: where locks are binding, the file can be read all the same. */
  private static final long POSITION = Long.MAX_VALUE - 1;

  private static final int MOST_TRIES = 100;

  /** As Linux follows. */
  private static final int MOST_LINKS = 40;

  private static final long MOST_BYTES = 1 << 20;

  private final Path path;
  private final FileChannel channel;

  private OutputLock(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws InputException if another harvest has it
   */
  static OutputLock of(Path output) throws IOException {
    var file = linked(output);
    var path = file.resolveSibling("." + file.getFileName() + ".lock");
    for (int i = 0; i < MOST_TRIES; i++) {
      var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        if (!hasLocked(channel)) {
          throw new InputException(output + ": another harvest is writing it");
        }
        if (isStillThere(path, channel)) {
          return new OutputLock(path, channel);
        }
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
      channel.close();
    }
    throw new IOException(path + ": vanishes again and again");
  }

  /** Who comes by links must meet who does not, also while there is no file yet. */
  private static Path linked(Path output) throws IOException {
    var file = output;
    for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(file); i++) {
      file = file.resolveSibling(Files.readSymbolicLink(file));
    }
    var folder = file.toAbsolutePath().getParent();
    return folder != null && Files.isDirectory(folder) ? file : output; // which cannot be written
  }

  private static boolean hasLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(POSITION, 1, false) != null;
    } catch (OverlappingFileLockException thisProcessHasIt) {
      return false;
    }
  }

  /**
   * Between our opening it and our locking it, its owner may have removed it, and another may have
   * made another. To read it would tell, but POSIX gives a process's locks on a file up when the
   * process closes any descriptor of it; so its size is what we leave our mark on.
   */
  private static boolean isStillThere(Path path, FileChannel channel) throws IOException {
    long mark = ThreadLocalRandom.current().nextLong(MOST_BYTES);
    channel.truncate(0);
    channel.write(ByteBuffer.allocate(1), mark);
    try {
      return Files.size(path) == mark + 1;
    } catch (NoSuchFileException removed) {
      return false;
    }
  }

  /** Removes the file while it is ours, and then gives it up. */
  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(path);
    } finally {
      channel.close();
    }
  }
}
