package quintet.workloads.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SheetTest {

  private static final Fields NAME = Fields.of("/name");

  @TempDir Path dir;

  private Path out() {
    return dir.resolve("out.csv");
  }

  private static Row ok(String url, String name) {
    return new Row(url, 200, 1, 5, 10, "", List.of(name));
  }

  private static Row failed(String url) {
    return new Row(url, 503, 4, 5, 10, "HTTP 503", List.of(""));
  }

  private void write(Row... rows) throws IOException {
    try (var sheet = Sheet.create(out(), NAME)) {
      append(sheet, rows);
    }
  }

  private static void append(Sheet sheet, Row... rows) throws IOException {
    var block = new Rows();
    for (var row : rows) {
      block.add(row);
    }
    sheet.append(block);
  }

  @Test
  void rowsAreWrittenAsTheRfcSays() throws IOException {
    write(ok("http://x/1", "a, \"b\"\r\nc \u5bb6"), failed("http://x/2"));

    assertEquals(
        """
        url,status,attempts,milliseconds,bytes,error,/name\r
        http://x/1,200,1,5,10,,"a, ""b""\r
        c \u5bb6"\r
        http://x/2,503,4,5,10,HTTP 503,\r
        """,
        Files.readString(out()));
  }

  @Test
  void aRowWithoutAResponseHasNoStatus() throws IOException {
    write(new Row("x", 0, 0, 0, 0, "deadline: not called", List.of("")));

    assertTrue(Files.readString(out()).endsWith("x,,0,0,0,deadline: not called,\r\n"));
  }

  @Test
  void aResumedSheetKeepsTheOkRowsAndCountsThem() throws IOException {
    write(ok("a", "1\n2"), failed("b"), ok("c", "3"), ok("a", "4"));

    try (var sheet = Sheet.resume(out(), NAME)) {
      assertEquals(Map.of("a", 2, "c", 1), sheet.done());
      assertEquals(3, sheet.rows());
      append(sheet, ok("b", "5"));
    }

    assertEquals(List.of("a", "a", "b", "c"), Written.in(out(), NAME).urls());
    assertEquals(List.of(out()), filesIn(dir));
  }

  @Test
  void aTornLineIsDroppedWhereverItIsTorn() throws IOException {
    write(ok("a", "1"));
    int whole = Files.readAllBytes(out()).length;
    write(ok("a", "1"), ok("b", "x, \"y\"\r\nz"));
    var bytes = Files.readAllBytes(out());

    for (int length = whole; length < bytes.length; length++) {
      Files.write(out(), Arrays.copyOf(bytes, length));
      try (var sheet = Sheet.resume(out(), NAME)) {
        assertEquals(Map.of("a", 1), sheet.done());
        append(sheet, ok("b", "again"));
      }
      assertEquals(List.of("a", "b"), Written.in(out(), NAME).urls());
    }
  }

  @Test
  void aTornHeaderIsWrittenAnew() throws IOException {
    write();
    var header = Files.readAllBytes(out());

    for (int length = 0; length < header.length; length++) {
      Files.write(out(), Arrays.copyOf(header, length));
      try (var sheet = Sheet.resume(out(), NAME)) {
        append(sheet, ok("b", "1"));
      }
      assertEquals(List.of("b"), Written.in(out(), NAME).urls());
    }
  }

  @Test
  void aSheetThatIsNotThereIsCreated() throws IOException {
    Sheet.resume(out(), NAME).close();

    assertEquals(List.of(), Written.in(out(), NAME).rows());
  }

  @Test
  void otherFieldsAreRefusedAndTheFileStaysAsItIs() throws IOException {
    write(ok("a", "1"), failed("b"));
    var before = Files.readAllBytes(out());

    var error = assertThrows(IOException.class, () -> Sheet.resume(out(), Fields.of("/other")));

    assertTrue(String.valueOf(error.getMessage()).startsWith(out() + ": has the columns url, "));
    assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(out())));
  }

  @Test
  void aFileThatIsNoSheetIsRefusedAndStaysAsItIs() throws IOException {
    for (var text : List.of("precious", "precious\n", "\"open", "url,status\r\nx,y,z\r\n")) {
      Files.writeString(out(), text);

      assertThrows(IOException.class, () -> Sheet.resume(out(), NAME));

      assertEquals(text, Files.readString(out()));
    }
  }

  @Test
  void aRowWithOtherColumnsIsRefused() throws IOException {
    write(ok("a", "1"));
    Files.writeString(out(), Files.readString(out()) + "b,200\r\n");

    var error = assertThrows(IOException.class, () -> Sheet.resume(out(), NAME));

    assertEquals(
        out()
            + ": is not the sheet of a harvest: the record in line 3 has 2 fields, but must have 7",
        error.getMessage());
    assertEquals(List.of(out()), filesIn(dir));
  }

  @Test
  void aFileThatCannotBeOpenedIsNamed() {
    var nowhere = dir.resolve("nowhere/out.csv");

    var error = assertThrows(IOException.class, () -> Sheet.create(nowhere, NAME));

    assertTrue(String.valueOf(error.getMessage()).contains(nowhere.toString()), error::getMessage);
  }

  @Test
  void afterAFailedWriteTheSheetIsWholeAndTakesNoMore() throws IOException {
    try (var sheet = Sheet.on(new FillingDisk(Medium.file(out()), 90), "out.csv", NAME)) {
      append(sheet, ok("a", "1"));
      var first = assertThrows(IOException.class, () -> append(sheet, ok("b", "22222222222")));
      var second = assertThrows(IOException.class, () -> append(sheet, ok("c", "")));

      assertEquals(
          "out.csv: cannot be written after 1 rows: No space left on device", first.getMessage());
      assertEquals(first.getMessage(), second.getMessage());
      assertEquals(1, sheet.rows());
    }
    assertEquals(List.of("a"), Written.in(out(), NAME).urls());
  }

  @Test
  void aLinkToASheetIsFollowed() throws IOException {
    write(ok("a", "1"), failed("b"));
    var link = Files.createSymbolicLink(dir.resolve("link.csv"), out());

    Sheet.resume(link, NAME).close();

    assertTrue(Files.isSymbolicLink(link));
    assertEquals(List.of("a"), Written.in(out(), NAME).urls());
  }

  @Test
  void anInterruptDoesNotTearAWrite() throws IOException {
    try (var sheet = Sheet.create(out(), NAME)) {
      Thread.currentThread().interrupt();
      append(sheet, ok("a", "1"));
      assertTrue(Thread.interrupted());
      append(sheet, ok("b", "2"));
    }

    assertEquals(List.of("a", "b"), Written.in(out(), NAME).urls());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
