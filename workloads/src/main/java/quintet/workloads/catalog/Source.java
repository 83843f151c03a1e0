package quintet.workloads.catalog;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Where records come from. A source is a name and a way to open it; it holds nothing open itself,
 * so it may be shared freely.
 */
public sealed interface Source {

  /** What to call this source in a message. */
  String name();

  /** Opens the source at its first byte. The caller closes the stream. */
  InputStream open() throws IOException;

  /** The bytes on disk, or -1 where that is unknown. */
  default long size() {
    return -1;
  }

  /** A file read as it is. Any part of it can be read alone, so it can be cut into chunks. */
  record PlainFile(Path path) implements Source {
    @Override
    public String name() {
      return path.toString();
    }

    /**
     * An interruptible stream: an interrupted reader fails at once, on a named pipe too. Only
     * opening a pipe that nobody writes to waits without heed, since the system call does.
     */
    @Override
    public InputStream open() throws IOException {
      return Channels.newInputStream(channel());
    }

    /** Opens the file for reads at any position. The caller closes the channel. */
    public FileChannel channel() throws IOException {
      return FileChannel.open(path, StandardOpenOption.READ);
    }

    @Override
    public long size() {
      return sizeOf(path);
    }
  }

  /** A gzip-compressed file: readable from its start only. Offsets count uncompressed bytes. */
  record GzipFile(Path path) implements Source {
    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public InputStream open() throws IOException {
      var file = Files.newInputStream(path);
      try {
        return new WholeGzip(file);
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    }

    @Override
    public long size() {
      return sizeOf(path);
    }
  }

  /**
   * A stream that somebody else opened: the seed's "file object". It can be read once, by one run.
   *
   * @param name what to call it in a message
   * @param stream closed when it has been read, or when the run ends in it; left alone if the run
   *     ends before it
   */
  record Stream(String name, InputStream stream) implements Source {
    @Override
    public InputStream open() {
      return stream;
    }
  }

  /** A plain or, by its name's ending {@code .gz} in either case, a compressed file. */
  static Source of(Path path) {
    boolean compressed = path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    return compressed ? new GzipFile(path) : new PlainFile(path);
  }

  /** Standard input, read through a channel so that an interrupt ends a read that waits. */
  static Source stdin() {
    var channel = new FileInputStream(FileDescriptor.in).getChannel();
    return new Stream("<stdin>", Channels.newInputStream(channel));
  }

  private static long sizeOf(Path path) {
    try {
      return Files.isRegularFile(path) ? Files.size(path) : -1;
    } catch (IOException unreadable) {
      return -1; // opening the source says what is wrong with it
    }
  }
}
