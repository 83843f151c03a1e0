package quintet.suite.harvest;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import quintet.workloads.Failures;

/**
 * Lines that somebody has yet to write: of a pipe, or of a terminal. A platform thread reads them,
 * one when it is asked for. Were it a virtual one, it would keep its carrier for as long as it
 * waits, since the JDK reads files without unmounting (JEP 444); and where there is one core, there
 * is no other carrier to make the calls.
 *
 * <p>Used by one thread at a time, which waits at a future: an interrupt ends that, and the read.
 */
final class AwaitedLines implements UrlLines.Lines {

  private final BufferedReader reader;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("quintet-harvest-lines").factory());

  /**
   * @param reader of a channel that an interrupt closes, or else a read would go on for ever
   */
  AwaitedLines(BufferedReader reader) {
    this.reader = reader;
  }

  @Override
  public @Nullable String next() throws IOException {
    Callable<@Nullable String> read = reader::readLine;
    try {
      var line = thread.submit(read);
      return line.get();
    } catch (ExecutionException e) {
      throw raised(e);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static RuntimeException raised(ExecutionException e) throws IOException {
    try {
      throw Failures.raised(e.getCause());
    } catch (InterruptedException ofTheReader) {
      throw new IOException(ofTheReader);
    }
  }

  /** As a channel does it that the caller reads itself. */
  private ClosedByInterruptException interrupted() {
    thread.shutdownNow();
    Thread.currentThread().interrupt();
    return new ClosedByInterruptException();
  }

  /** The reader's own {@code close} would wait for the read that is to end. */
  @Override
  public void close() throws IOException {
    thread.shutdownNow();
    thread.close();
    reader.close();
  }
}
