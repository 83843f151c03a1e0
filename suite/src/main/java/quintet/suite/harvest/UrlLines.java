package quintet.suite.harvest;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import quintet.suite.InputException;
import quintet.suite.cli.Inputs;
import quintet.workloads.harvest.DoneRows;

/**
 * Addresses from a file or from standard input, a line each, in UTF-8, read as they are asked for.
 * Blank lines and those that begin with # are none. An interrupt ends a read that waits, and such a
 * read keeps no virtual thread on its carrier.
 *
 * <p>Used by one thread at a time. Its methods throw an {@link InputException} at a line that is no
 * text, and an {@link UncheckedIOException} where the file cannot be read.
 */
final class UrlLines implements Iterator<String>, Closeable {

  /** The lines, one by one; null after the last. */
  interface Lines extends Closeable {
    @Nullable String next() throws IOException;
  }

  /** Of a file, which has them at once. */
  private record FileLines(BufferedReader reader) implements Lines {
    @Override
    public @Nullable String next() throws IOException {
      return reader.readLine();
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  /** To count the lines of a larger file would keep the first call waiting. */
  private static final long MOST_BYTES_TO_COUNT = 64 * 1024 * 1024;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final String name;
  private final Lines lines;
  private long line;
  private @Nullable String upcoming;

  private UrlLines(String name, Lines lines) {
    this.name = name;
    this.lines = lines;
  }

  private static BufferedReader reader(FileChannel channel) {
    // this decoder reports what is no UTF-8, where an InputStreamReader's own would replace it;
    var decoder = StandardCharsets.UTF_8.newDecoder();
    // and a reader of the channel itself would fill its buffer before it gives the first line
    var bytes = Channels.newInputStream(channel);
    return new BufferedReader(new InputStreamReader(bytes, decoder));
  }

  /**
   * Opens them.
   *
   * @param argument a file, or {@code -} for standard input
   * @throws InputException if there is no such file
   */
  static UrlLines of(String argument) throws IOException {
    if (argument.equals(Inputs.STDIN)) {
      var channel = new FileInputStream(FileDescriptor.in).getChannel();
      return new UrlLines("<stdin>", new AwaitedLines(reader(channel)));
    }
    var path = Inputs.path(argument);
    if (!Files.exists(path)) {
      throw new InputException(argument + ": no such file");
    }
    if (Files.isDirectory(path)) {
      throw new InputException(argument + ": is a folder");
    }
    return of(path);
  }

  private static UrlLines of(Path path) throws IOException {
    var reader = reader(FileChannel.open(path, StandardOpenOption.READ));
    return new UrlLines(
        path.toString(),
        Files.isRegularFile(path) ? new FileLines(reader) : new AwaitedLines(reader));
  }

  /** How many there are, where that is soon known: in a file that can be read again. */
  static OptionalLong count(String argument) throws IOException {
    return count(argument, Map.of());
  }

  /** The same without those that are done already, each so many times. */
  static OptionalLong count(String argument, Map<String, Integer> done) throws IOException {
    if (argument.equals(Inputs.STDIN)) {
      return OptionalLong.empty();
    }
    var path = Inputs.path(argument);
    if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES_TO_COUNT) {
      return OptionalLong.empty();
    }
    var doneRows = new DoneRows(done);
    try (var lines = of(path)) {
      long count = 0;
      while (lines.hasNext()) {
        if (!doneRows.take(lines.next())) {
          count++;
        }
      }
      return OptionalLong.of(count);
    }
  }

  @Override
  public boolean hasNext() {
    while (upcoming == null) {
      var read = readLine();
      if (read == null) {
        return false;
      }
      var stripped =
          (line == 1 && read.startsWith(BYTE_ORDER_MARK) ? read.substring(1) : read).strip();
      upcoming = stripped.isEmpty() || stripped.startsWith("#") ? null : stripped;
    }
    return true;
  }

  @Override
  public String next() {
    if (!hasNext() || upcoming == null) {
      throw new NoSuchElementException();
    }
    var next = upcoming;
    upcoming = null;
    return next;
  }

  private @Nullable String readLine() {
    line++;
    try {
      return lines.next();
    } catch (CharacterCodingException e) {
      throw new InputException(name + ", at or soon after line " + line + ": not UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
