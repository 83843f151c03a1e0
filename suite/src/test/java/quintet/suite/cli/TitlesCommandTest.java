package quintet.suite.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quintet.suite.Models;

final class TitlesCommandTest {

  @TempDir private Path home;
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(home.resolve("my records"));
  }

  @ParameterizedTest
  @EnumSource
  void titlesComeInOrderUnderEveryModel(Models model) throws IOException {
    var titles = IntStream.range(0, 3_000).mapToObj(i -> "Title " + i).toArray(String[]::new);
    var file = Marc.file(folder.resolve("a.mrc"), titles);
    var session = Session.of(home, "titles", "--model", model.label(), file);
    assertEquals(0, session.exitCode(), session.err());
    assertEquals(List.of(titles), session.outLines());
  }

  @Test
  void titlesAreUtf8AndStayOnOneLine() throws IOException {
    var file = Marc.file(folder.resolve("a.mrc"), "Größe\r\nund 大きさ", "two\nlines");
    assertEquals("Größe und 大きさ\ntwo lines\n", Session.of(home, "titles", file).out());
  }

  @Test
  void aTitleMayBeLongerThanTheBuffer() {
    var longest = "x".repeat(300_000);
    var out = new ByteArrayOutputStream();
    var lines = new TitleLines(out);
    lines.accept("short");
    lines.accept(longest);
    lines.accept("short");
    lines.flush();
    assertEquals("short\n" + longest + "\nshort\n", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void titlesBeforeABrokenRecordArePrintedBeforeItsError() throws IOException {
    var file = broken();
    var session = Session.of(home, "titles", file);
    assertEquals(2, session.exitCode());
    assertEquals(List.of("before"), session.outLines());
    assertEquals(1, session.errLines().size(), session.err());
    assertTrue(session.err().startsWith("quintet: " + file + ": record 2 at byte "), session.err());
    assertTrue(session.err().contains("--lenient"), session.err());
  }

  @Test
  void lenientGoesOnAndReportsOnStandardError() throws IOException {
    var session = Session.of(home, "titles", "--lenient", broken());
    assertEquals(0, session.exitCode());
    assertEquals(List.of("before", "behind"), session.outLines());
    assertTrue(session.err().startsWith("1 skipped, 0 recovered, beside 2 good"), session.err());
    assertTrue(session.err().contains("record 2 at byte "), session.err());
  }

  private Path broken() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(Marc.record("before"));
    bytes.write(Marc.BROKEN);
    bytes.write(Marc.record("behind"));
    return Files.write(folder.resolve("broken.mrc"), bytes.toByteArray());
  }

  @Test
  void aFolderGivesItsMarcFilesInOrderAndSaysWhatItIgnores() throws IOException {
    Files.createDirectory(folder.resolve("b"));
    Marc.file(folder.resolve("c.marc"), "3");
    Marc.file(folder.resolve("b").resolve("x.DAT"), "2");
    Marc.file(folder.resolve("a.mrc"), "1");
    Marc.file(folder.resolve(".hidden.mrc"), "hidden");
    Marc.file(folder.resolve("notes.txt"), "ignored");
    var session = Session.of(home, "titles", folder);
    assertEquals(List.of("1", "2", "3"), session.outLines());
    assertEquals(
        List.of("quintet: " + folder + ": 3 files taken, 1 others ignored by their names"),
        session.errLines());
  }

  @Test
  void aFolderThatLinksToItselfIsReadOnce() throws IOException {
    Marc.file(folder.resolve("a.mrc"), "1");
    Files.createSymbolicLink(folder.resolve("again"), folder);
    assertEquals(List.of("1"), Session.of(home, "titles", folder).outLines());
  }

  @Test
  void aFolderWithoutMarcFilesIsBadInput() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "nothing");
    var session = Session.of(home, "titles", folder);
    assertEquals(2, session.exitCode());
    assertTrue(session.err().contains("no MARC file"), session.err());
  }

  @Test
  void aNamedFileIsTakenWhateverItIsCalled() throws IOException {
    var file = Marc.file(folder.resolve(".catalogue"), "1");
    assertEquals(List.of("1"), Session.of(home, "titles", file).outLines());
  }

  @Test
  void compressedFilesAreReadWhateverTheCaseOfTheirNames() throws IOException {
    var file = folder.resolve("A.MRC.GZ");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(Marc.record("packed"));
    }
    assertEquals(List.of("packed"), Session.of(home, "titles", folder).outLines());
  }

  @Test
  void aFileThatIsNotCompressedAsItsNameSaysIsBadInput() throws IOException {
    var session = Session.of(home, "titles", Marc.file(folder.resolve("a.mrc.gz"), "1"));
    assertEquals(2, session.exitCode());
    assertEquals(1, session.errLines().size(), session.err());
  }

  @Test
  void standardInputIsReadOnceOnly() {
    assertEquals(2, Session.of(home, "titles", "-", "-").exitCode());
  }

  @Test
  void aReaderThatGoesAwayEndsTheRunQuietly() throws IOException {
    var file = Marc.file(folder.resolve("a.mrc"), "1");
    var session = Session.of(new FailingOutput("Broken pipe"), home, "titles", file);
    assertEquals(0, session.exitCode());
    assertEquals("", session.err());
  }

  @Test
  void aFullDiskIsAFailure() throws IOException {
    var file = Marc.file(folder.resolve("a.mrc"), "1");
    var session = Session.of(new FailingOutput("No space left on device"), home, "titles", file);
    assertEquals(1, session.exitCode());
    assertEquals(1, session.errLines().size(), session.err());
  }

  @Test
  void anInterruptEndsTheRunWithTheShellsCodeForIt() throws IOException {
    var file = Marc.file(folder.resolve("a.mrc"), "1");
    Thread.currentThread().interrupt();
    var session = Session.of(home, "titles", file);
    Thread.interrupted();
    assertEquals(130, session.exitCode());
    assertEquals(List.of("quintet: interrupted"), session.errLines());
  }
}
