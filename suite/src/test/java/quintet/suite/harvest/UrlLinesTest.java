package quintet.suite.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import quintet.suite.InputException;

final class UrlLinesTest {

  @TempDir private Path folder;

  private static List<String> read(Path file) throws IOException {
    var read = new ArrayList<String>();
    try (var lines = UrlLines.of(file.toString())) {
      lines.forEachRemaining(read::add);
    }
    return read;
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("urls.txt"), text);
  }

  @Test
  void blankLinesAndCommentsCountForNothing() throws IOException {
    var file = file("# all of them\n\n http://a/ \r\n  # not this\nhttp://b/#part\n\n");
    assertEquals(List.of("http://a/", "http://b/#part"), read(file));
    assertEquals(OptionalLong.of(2), UrlLines.count(file.toString()));
  }

  @Test
  void theLastLineNeedsNoEnd() throws IOException {
    assertEquals(List.of("http://a/", "http://b/"), read(file("http://a/\nhttp://b/")));
    assertEquals(List.of(), read(file("")));
  }

  @Test
  void aByteOrderMarkIsNoPartOfAnAddress() throws IOException {
    assertEquals(List.of("http://a/"), read(file("\ufeffhttp://a/\n")));
  }

  /** What is done of other addresses says nothing of what there is to do. */
  @Test
  void whatIsDoneIsNotCountedAgain() throws IOException {
    var file = file("http://a/\nhttp://b/\nhttp://b/\nhttp://b/\nhttp://c/\n");
    assertEquals(
        OptionalLong.of(3),
        UrlLines.count(file.toString(), Map.of("http://b/", 2, "http://d/", 5)));
  }

  @Test
  void standardInputIsNotCounted() throws IOException {
    assertEquals(OptionalLong.empty(), UrlLines.count("-"));
  }

  /** As when a program that finds addresses, slowly, writes them to our standard input. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no pipes with names")
  void aLineOfAPipeIsThereBeforeTheNext() throws Exception {
    var pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    try (var writer = FileChannel.open(pipe, READ, WRITE);
        var lines = UrlLines.of(pipe.toString())) {
      assertEquals(10, writer.write(UTF_8.encode("http://a/\n")));
      assertEquals("http://a/", assertTimeoutPreemptively(Duration.ofSeconds(20), lines::next));

      assertEquals(10, writer.write(UTF_8.encode("http://b/\n")));
      assertEquals("http://b/", assertTimeoutPreemptively(Duration.ofSeconds(20), lines::next));
    }
  }

  /** A virtual one would keep its carrier meanwhile, perhaps the only one. */
  @Test
  void aLineThatIsWaitedForIsReadByAPlatformThread() throws Exception {
    var readers = new ConcurrentLinkedQueue<Thread>();
    var text =
        new StringReader("http://a/\nhttp://b/\n") {
          @Override
          public int read(char[] into, int from, int length) throws IOException {
            readers.add(Thread.currentThread());
            return super.read(into, from, length);
          }
        };
    var read = new ArrayList<@Nullable String>();
    try (var lines = new AwaitedLines(new BufferedReader(text))) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  Collections.addAll(read, lines.next(), lines.next(), lines.next());
                } catch (IOException e) {
                  read.add(e.toString());
                }
              })
          .join();
    }
    assertEquals(Arrays.asList("http://a/", "http://b/", null), read);
    assertFalse(readers.isEmpty());
    assertTrue(readers.stream().noneMatch(Thread::isVirtual), readers::toString);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no pipes with names")
  void anInterruptEndsAReadThatWaits() throws Exception {
    var pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    try (var _ = FileChannel.open(pipe, READ, WRITE);
        var lines = UrlLines.of(pipe.toString())) {
      var reading = new FutureTask<>(lines::next);
      var thread = Thread.ofVirtual().start(reading);
      await().until(() -> thread.getState() == Thread.State.WAITING);

      thread.interrupt();

      var failure = assertThrows(ExecutionException.class, () -> reading.get(20, SECONDS));
      var unchecked = assertInstanceOf(UncheckedIOException.class, failure.getCause());
      assertInstanceOf(ClosedByInterruptException.class, unchecked.getCause());
    }
  }

  @Test
  void whatIsNoTextIsBadInput() throws IOException {
    var file = folder.resolve("photo.jpg");
    Files.write(file, "http://a/\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    var error = assertThrows(InputException.class, () -> read(file));
    var message = String.valueOf(error.getMessage());
    assertTrue(message.startsWith(file + ", at or soon after line "), message);
    assertTrue(message.endsWith("not UTF-8"), message);
  }
}
