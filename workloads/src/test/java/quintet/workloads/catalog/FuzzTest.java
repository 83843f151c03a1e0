package quintet.workloads.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quintet.workloads.catalog.data.CatalogGenerator;

/**
 * Feeds damaged records to the reader. Whatever the bytes: nothing but a {@link MarcException}
 * comes out, nothing outside the record is read, every byte is accounted for, and how the input is
 * cut changes nothing.
 *
 * <p>A failure names the seed of its catalogue; {@code -Dquintet.fuzz.seed=N} plays that one alone.
 */
class FuzzTest {

  private static final String REPLAY = "quintet.fuzz.seed";
  private static final int MUTANTS_PER_CATALOGUE = 5;
  private static final int CATALOGUES_PER_BATCH = 200;
  private static final int SOUND_RECORDS = 500;

  /** A hundred times what a batch takes: only an endless loop is that slow. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final byte[][] SOUND = soundRecords();

  @TempDir Path folder;

  private static byte[][] soundRecords() {
    var generator = new CatalogGenerator(SOUND_RECORDS, 23, 30, 0);
    var records = new byte[SOUND_RECORDS][];
    for (int i = 0; i < SOUND_RECORDS; i++) {
      records[i] = generator.record(i);
    }
    return records;
  }

  @Test
  void noDamageDoesHarm() {
    play(0, 20_000);
  }

  @Test
  @Tag("nightly")
  void noDamageDoesHarmInALongRun() {
    play(1_000_000, 200_000);
  }

  private void play(long firstSeed, int mutants) {
    var replay = Long.getLong(REPLAY);
    if (replay != null) {
      inTime(replay, replay + 1);
      return;
    }
    long end = firstSeed + mutants / MUTANTS_PER_CATALOGUE;
    for (long seed = firstSeed; seed < end; seed += CATALOGUES_PER_BATCH) {
      inTime(seed, Math.min(end, seed + CATALOGUES_PER_BATCH));
    }
  }

  private void inTime(long fromSeed, long toSeed) {
    var playing = new long[1];
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          for (playing[0] = fromSeed; playing[0] < toSeed; playing[0]++) {
            playOne(playing[0]);
          }
        },
        () -> "endless loop, -D" + REPLAY + "=" + playing[0]);
  }

  private void playOne(long seed) {
    try {
      var random = new SplittableRandom(seed);
      var mutants = mutants(random);
      for (var mutant : mutants) {
        readAlone(mutant);
      }
      readAsCatalogue(MarcBuilder.concat(mutants.toArray(byte[][]::new)), random);
    } catch (Throwable e) {
      throw new AssertionError("-D" + REPLAY + "=" + seed, e);
    }
  }

  private static List<byte[]> mutants(RandomGenerator random) {
    var mutator = new Mutator(random);
    var mutants = new ArrayList<byte[]>();
    for (int i = 0; i < MUTANTS_PER_CATALOGUE; i++) {
      mutants.add(mutator.mutant(sound(random), sound(random)));
      if (random.nextInt(3) == 0) {
        mutants.add(sound(random));
      }
    }
    Collections.shuffle(mutants, new Random(random.nextLong()));
    return mutants;
  }

  private static byte[] sound(RandomGenerator random) {
    return SOUND[random.nextInt(SOUND.length)];
  }

  // ---- one record

  /** If the view saw anything of what surrounds the record, it would say different things. */
  private static void readAlone(byte[] mutant) {
    assertEquals(
        confession(surrounded(mutant, (byte) 0x1F), 64, mutant.length),
        confession(surrounded(mutant, (byte) '7'), 64, mutant.length));
  }

  private static byte[] surrounded(byte[] bytes, byte with) {
    var surrounded = new byte[64 + bytes.length + 64];
    Arrays.fill(surrounded, with);
    System.arraycopy(bytes, 0, surrounded, 64, bytes.length);
    return surrounded;
  }

  /** Everything that can be asked of a record, with the flaws it is answered with. */
  private static List<String> confession(byte[] bytes, int from, int length) {
    var said = new ArrayList<String>();
    var framing = new Framing();
    if (length == 0
        || !framing.next(Arrays.copyOf(bytes, from + length), from, from + length, true)) {
      return said;
    }
    said.add(
        framing.start() + " " + framing.end() + " " + framing.flaw() + " " + framing.isWhole());
    if (framing.isWhole()) {
      askAll(said, bytes, framing, false);
      askAll(said, bytes, framing, true);
    }
    return said;
  }

  private static void askAll(List<String> said, byte[] bytes, Framing framing, boolean salvage) {
    var record = new MarcRecord();
    try {
      if (salvage) {
        record.salvage("fuzz", 0, bytes, framing.start(), framing.end());
      } else {
        record.wrap("fuzz", 0, bytes, framing.start(), framing.end());
      }
    } catch (MarcException flaw) {
      said.add(flaw.getMessage());
      return;
    }
    ask(said, record);
    int before = said.size();
    ask(said, record.copy());
    assertEquals(
        said.subList(before - (said.size() - before), before), said.subList(before, said.size()));
  }

  private static void ask(List<String> said, MarcRecord record) {
    note(said, record::leader);
    note(said, record::title);
    note(said, record::author);
    note(said, record::isbn);
    note(said, record::isbns);
    note(said, record::subjects);
    note(said, record::language);
    note(said, record::publicationYear);
    note(said, () -> record.fields("650").size());
    note(said, () -> record.firstField("008"));
    note(
        said,
        () -> {
          record.validate();
          return "valid";
        });
    for (int i = 0; i < record.fieldCount(); i++) {
      int index = i;
      note(said, () -> ask(record.field(index)));
    }
  }

  private static String ask(MarcField field) {
    return field.tag()
        + field.isControl()
        + field.indicator1()
        + field.indicator2()
        + field.value()
        + field.subfields()
        + field.subfield('a');
  }

  private interface Question {
    @Nullable Object answer();
  }

  private static void note(List<String> said, Question question) {
    try {
      var answer = question.answer();
      said.add(answer instanceof MarcField field ? ask(field) : String.valueOf(answer));
    } catch (MarcException flaw) {
      said.add(flaw.getMessage());
    }
  }

  // ---- many records

  private void readAsCatalogue(byte[] bytes, RandomGenerator random) throws IOException {
    Work<?> work = random.nextInt(4) == 0 ? Work.TITLES : Work.ENTRIES;
    var whole = Transcript.inBlocks(bytes, work, bytes.length + 1);
    assertNull(whole.failure());
    assertEquals(bytes.length, whole.end(), "bytes accounted for");
    int blockBytes = size(random, 1, bytes.length);
    assertEquals(whole, Transcript.inBlocks(bytes, work, blockBytes), "blocks of " + blockBytes);
    var file = Files.write(folder.resolve("mutants.mrc"), bytes);
    int chunkBytes = size(random, 1 + bytes.length / 200, bytes.length);
    assertEquals(
        whole,
        Transcript.inChunks(file, bytes.length, work, chunkBytes),
        "chunks of " + chunkBytes);
  }

  /** Small sizes as often as large ones: each doubling is alike frequent. */
  private static int size(RandomGenerator random, int least, int most) {
    int doublings = 32 - Integer.numberOfLeadingZeros(Math.max(1, most / least));
    int size = least << random.nextInt(doublings + 1);
    return size + random.nextInt(size);
  }
}
