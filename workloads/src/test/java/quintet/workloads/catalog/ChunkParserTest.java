package quintet.workloads.catalog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static quintet.workloads.catalog.MarcBuilder.concat;
import static quintet.workloads.catalog.MarcBuilder.titled;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.workloads.catalog.data.CatalogGenerator;

class ChunkParserTest {

  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("some.mrc"), bytes);
  }

  private static Transcript whole(Path file) {
    return Transcript.inBlocks(Source.of(file), Work.ENTRIES, 1 << 20);
  }

  private static Transcript inChunks(Path file, int chunkBytes) throws IOException {
    return Transcript.inChunks(file, Files.size(file), Work.ENTRIES, chunkBytes);
  }

  @Test
  void theChunksOfAFileJoinToTheWholeWhateverTheirSize() throws IOException {
    var bytes = new ByteArrayOutputStream();
    new CatalogGenerator(60, 11, 20, 30).write(bytes, total -> {});
    var file = file(bytes.toByteArray());
    var whole = whole(file);
    for (int size = 100; size < 2 * bytes.size(); size += 1 + size / 9) {
      assertEquals(whole, inChunks(file, size), "chunks of " + size);
    }
  }

  @Test
  void aChunkMayEndAtAnyByteOfSmallRecords() throws IOException {
    var bytes =
        concat(
            titled("One"),
            "\r\n".getBytes(US_ASCII),
            titled("Two"),
            "garbage".getBytes(US_ASCII),
            titled("Three"),
            Arrays.copyOf(titled("Four"), 30),
            titled("Five"),
            new byte[] {Iso2709.RECORD_TERMINATOR},
            Arrays.copyOf(titled("Six"), 30));
    var file = file(bytes);
    var whole = whole(file);
    for (int size = 1; size <= bytes.length; size++) {
      assertEquals(whole, inChunks(file, size), "chunks of " + size);
    }
  }

  @Test
  void aTerminatorInsideARecordMisleadsAChunkThatIsThenReadAgain() throws IOException {
    var misleading = new MarcBuilder().add("500", "  \u001fabc\u001dabc").build();
    var file = file(concat(misleading, titled("Two")));
    var chunk = new Chunk(new Source.PlainFile(file), misleading.length - 8, Files.size(file));
    var job = Job.of(List.of(chunk.file()), Work.TITLES);
    var parser = new ChunkParser<>(job);
    assertNotEquals(misleading.length, parser.parse(chunk).offset());
    var again = parser.parseFrom(chunk, misleading.length);
    assertEquals(misleading.length, again.offset());
    assertEquals("Two", again.result(0));
    assertEquals(whole(file), inChunks(file, misleading.length - 8));
  }

  @Test
  void aChunkInsideALongRecordIsEmpty() throws IOException {
    var builder = new MarcBuilder().field("245", "00", "$aLong");
    for (int i = 0; i < 9; i++) {
      builder.field("500", "  ", "$a" + "x".repeat(9000));
    }
    var file = file(builder.build());
    assertEquals(whole(file), inChunks(file, 1000));
  }

  @Test
  void aFrameLongerThanTheLongestIsGivenUpInTheSameParts() throws IOException {
    var noise = new byte[2 * Framing.LONGEST_FRAME + 17];
    Arrays.fill(noise, (byte) 'x');
    var file = file(concat(titled("One"), noise, titled("Two")));
    var whole = whole(file);
    assertEquals(whole, inChunks(file, 100_000));
    assertEquals(whole, inChunks(file, Framing.LONGEST_FRAME));
  }

  @Test
  void lineBreaksAcrossTwoChunksBelongToOneOfThem() throws IOException {
    var file = file(concat(titled("One"), "\n".repeat(200).getBytes(US_ASCII), titled("Two")));
    for (int size = 40; size < 300; size++) {
      assertEquals(whole(file), inChunks(file, size), "chunks of " + size);
    }
  }

  @Test
  void aFileThatCannotBeReadIsAFailureThatNamesIt() {
    var missing = new Source.PlainFile(folder.resolve("missing.mrc"));
    var parser = new ChunkParser<>(Job.of(List.of(missing), Work.TITLES));
    var failure = parser.parse(new Chunk(missing, 0, 100)).failure();
    assertEquals(
        missing.name() + ": no such file",
        assertInstanceOf(IOException.class, failure).getMessage());
  }
}
