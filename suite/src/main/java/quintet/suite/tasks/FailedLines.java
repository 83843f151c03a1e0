package quintet.suite.tasks;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.suite.InputException;
import quintet.suite.cli.Terminal;

/**
 * The lines whose commands failed. The first are named at the end; all can be kept in a file as
 * soon as they are known, to be run again. It has to be a new file: the old one might be what is
 * being read.
 *
 * <p>Used by one thread.
 */
final class FailedLines implements Closeable {

  private static final int MOST_NAMED = 10;
  private static final int LONGEST_LINE = 200;

  private final List<String> named = new ArrayList<>();
  private final @Nullable BufferedWriter file;
  private long count;

  private FailedLines(@Nullable BufferedWriter file) {
    this.file = file;
  }

  /**
   * Without a file if there is none.
   *
   * @throws InputException if the file is there already, or cannot be made there
   */
  static FailedLines keptIn(@Nullable Path file, Charset charset) throws IOException {
    if (file == null) {
      return new FailedLines(null);
    }
    try {
      return new FailedLines(Files.newBufferedWriter(file, charset, StandardOpenOption.CREATE_NEW));
    } catch (FileAlreadyExistsException e) {
      throw new InputException(file + ": exists; --failed wants a new file", e);
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": there is no such folder to write it into", e);
    }
  }

  /**
   * Takes one.
   *
   * @param index of the line, from 0
   */
  void add(long index, String line, String reason) throws IOException {
    count++;
    if (named.size() < MOST_NAMED) {
      var shown = line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "...";
      named.add("line " + (index + 1) + ", " + shown + ": " + reason);
    }
    if (file != null) {
      file.write(line);
      file.newLine();
      file.flush();
    }
  }

  long count() {
    return count;
  }

  /** Names the first ones. */
  void tell(Terminal terminal) {
    named.forEach(terminal::note);
    if (count > named.size()) {
      terminal.note("... and " + (count - named.size()) + " more");
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
