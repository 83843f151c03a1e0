package quintet.workloads.catalog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quintet.workloads.catalog.MarcBuilder.concat;
import static quintet.workloads.catalog.MarcBuilder.titled;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.workloads.catalog.data.CatalogGenerator;

class BlockReaderTest {

  private static final byte[] SOME_BROKEN = generated(40, 30);

  private static byte[] generated(int records, int brokenPercent) {
    var out = new ByteArrayOutputStream();
    try {
      new CatalogGenerator(records, 7, 20, brokenPercent).write(out, total -> {});
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static Transcript read(byte[] bytes, int blockBytes) {
    return Transcript.inBlocks(bytes, Work.ENTRIES, blockBytes);
  }

  private static Transcript read(Source source) {
    return Transcript.inBlocks(source, Work.ENTRIES, 4096);
  }

  @Test
  void theSizeOfTheBlocksChangesNothing() {
    var whole = read(SOME_BROKEN, 2 * SOME_BROKEN.length);
    assertEquals(SOME_BROKEN.length, whole.end());
    for (int size = 1; size < 2 * SOME_BROKEN.length; size += 1 + size / 7) {
      assertEquals(whole, read(SOME_BROKEN, size), "blocks of " + size);
    }
  }

  @Test
  void aBlockMayEndAnywhereInSmallRecords() {
    var bytes =
        concat(
            titled("One"),
            "\r\n".getBytes(US_ASCII),
            titled("Two"),
            "garbage".getBytes(US_ASCII),
            titled("Three"),
            Arrays.copyOf(titled("Four"), 30),
            titled("Five"),
            Arrays.copyOf(titled("Six"), 30));
    var whole = read(bytes, bytes.length);
    assertEquals(7, whole.lines().size());
    for (int size = 1; size <= bytes.length; size++) {
      assertEquals(whole, read(bytes, size), "blocks of " + size);
    }
  }

  @Test
  void anEmptySourceHasNoBlock() {
    try (var reader = new BlockReader(List.of(Transcript.stream(new byte[0])))) {
      assertFalse(reader.fill(new Block(100)));
    }
  }

  @Test
  void lineBreaksBetweenRecordsAreNoRecords() {
    var bytes = concat(titled("One"), "\r\n\n".getBytes(US_ASCII), titled("Two"));
    assertEquals(2, read(bytes, 64).lines().size());
  }

  @Test
  void lineBreaksAtTheEndAreAccountedFor() {
    var bytes = concat(titled("One"), "\n\n".getBytes(US_ASCII));
    assertEquals(bytes.length, read(bytes, 64).end());
  }

  @Test
  void aFrameLongerThanTheLongestIsGivenUpInParts() {
    var noise = new byte[3 * Framing.LONGEST_FRAME + 17];
    Arrays.fill(noise, (byte) 'x');
    var bytes = concat(titled("One"), noise, titled("Two"));
    var whole = read(bytes, 2 * bytes.length);
    assertEquals(6, whole.lines().size());
    assertEquals(bytes.length, whole.end());
    for (int size : List.of(1000, Framing.LONGEST_FRAME, Framing.LONGEST_FRAME + 1)) {
      assertEquals(whole, read(bytes, size), "blocks of " + size);
    }
  }

  @Test
  void aBlockGrowsNoMoreThanTheLongestFrameMakesIt() {
    var noise = new byte[4 * Framing.LONGEST_FRAME];
    Arrays.fill(noise, (byte) '9');
    try (var reader = new BlockReader(List.of(Transcript.stream(noise)))) {
      var block = new Block(1);
      while (reader.fill(block)) {
        assertTrue(block.capacity() <= 2 * Framing.LONGEST_FRAME, "" + block.capacity());
      }
    }
  }

  @Test
  void aLyingLengthCostsNoMemory() {
    var bytes = new MarcBuilder().field("245", "00", "$aLiar").stating("99999").build();
    try (var reader = new BlockReader(List.of(Transcript.stream(bytes)))) {
      var block = new Block(1024);
      assertTrue(reader.fill(block));
      assertEquals(1024, block.capacity());
    }
  }

  @Test
  void blocksOfTwoSourcesAreNotMixed() {
    var sources = List.of(Transcript.stream(titled("One")), Transcript.stream(titled("Two")));
    try (var reader = new BlockReader(sources)) {
      var block = new Block(1000);
      for (var source : sources) {
        assertTrue(reader.fill(block));
        assertEquals(source, block.source());
        assertEquals(0, block.offset());
      }
      assertFalse(reader.fill(block));
    }
  }

  @Test
  void aStreamMayGiveOneByteAtATime() {
    var trickle =
        new ByteArrayInputStream(SOME_BROKEN) {
          @Override
          public synchronized int read(byte[] bytes, int from, int length) {
            return super.read(bytes, from, Math.min(1, length));
          }
        };
    assertEquals(read(SOME_BROKEN, 4096), read(new Source.Stream("trickle", trickle)));
  }

  @Test
  void aCompressedFileReadsLikeAPlainOne(@TempDir Path folder) throws IOException {
    var plain = Files.write(folder.resolve("some.mrc"), SOME_BROKEN);
    var compressed = folder.resolve("some.mrc.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      out.write(SOME_BROKEN);
    }
    assertEquals(read(Source.of(plain)), read(Source.of(compressed)));
  }

  @Test
  void whatCameBeforeAFailureIsReadAndThenTheFailure() {
    var sound = concat(titled("One"), titled("Two"));
    var transcript = read(failingAfter(concat(sound, Arrays.copyOf(titled("Three"), 20))));
    assertEquals(2, transcript.lines().size());
    var failure = assertInstanceOf(IOException.class, transcript.failure());
    assertEquals("flaky: at byte " + (sound.length + 20) + ": unplugged", failure.getMessage());
  }

  @Test
  void afterAFailureThereIsNothing() {
    var sources = List.of(failingAfter(titled("One")), Transcript.stream(titled("Two")));
    try (var reader = new BlockReader(sources)) {
      var block = new Block(1000);
      assertTrue(reader.fill(block));
      assertNull(block.failure());
      assertTrue(reader.fill(block));
      assertNotNull(block.failure());
      assertFalse(reader.fill(block));
    }
  }

  @Test
  void aFileThatIsNotThereIsAFailureThatNamesIt(@TempDir Path folder) {
    var missing = folder.resolve("missing.mrc");
    var failure = assertInstanceOf(IOException.class, read(Source.of(missing)).failure());
    assertEquals(missing + ": no such file", failure.getMessage());
  }

  @Test
  void aCompressedFileThatEndsTooEarlyIsAFailure(@TempDir Path folder) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(SOME_BROKEN);
    }
    var cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    var file = Files.write(folder.resolve("cut.mrc.gz"), cut);
    var failure = assertInstanceOf(IOException.class, read(Source.of(file)).failure());
    assertInstanceOf(EOFException.class, failure.getCause());
  }

  private static Source failingAfter(byte[] bytes) {
    var failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("unplugged");
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            throw new IOException("unplugged");
          }
        };
    return new Source.Stream(
        "flaky", new SequenceInputStream(new ByteArrayInputStream(bytes), failing));
  }
}
