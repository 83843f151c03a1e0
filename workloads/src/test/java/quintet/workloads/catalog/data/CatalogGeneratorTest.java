package quintet.workloads.catalog.data;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marc4j.converter.impl.AnselToUnicode;
import quintet.workloads.catalog.Flaws;
import quintet.workloads.catalog.Iso2709;
import quintet.workloads.catalog.MarcBuilder;
import quintet.workloads.catalog.MarcRecord;
import quintet.workloads.catalog.Reason;

class CatalogGeneratorTest {

  private static final int MANY = 10_000;

  private static byte[] written(CatalogGenerator generator) throws IOException {
    var out = new ByteArrayOutputStream();
    generator.write(out, total -> {});
    return out.toByteArray();
  }

  @Test
  void theSameOrderGivesTheSameBytesOnEveryMachine() throws IOException {
    // Another checksum is another edition: count EDITION up, since cached data are void.
    var checksum = new CRC32();
    checksum.update(written(new CatalogGenerator(1000, 42, 20, 10)));
    assertEquals(1331566846L, checksum.getValue());
  }

  @Test
  void anotherSeedGivesOtherRecords() {
    var one = new CatalogGenerator(1, 1, 0, 0).record(0);
    var two = new CatalogGenerator(1, 2, 0, 0).record(0);
    assertFalse(Arrays.equals(one, two));
  }

  @Test
  void aRecordDoesNotDependOnThoseBeforeIt() throws IOException {
    var generator = new CatalogGenerator(300, 5, 20, 20);
    var alone = LongStream.range(0, 300).mapToObj(generator::record).toArray(byte[][]::new);
    assertArrayEquals(MarcBuilder.concat(alone), written(generator));
  }

  @Test
  void progressIsToldEveryThousandRecordsAndAtTheEnd() throws IOException {
    var told = new ArrayList<Long>();
    new CatalogGenerator(2500, 1, 0, 0).write(new ByteArrayOutputStream(), told::add);
    assertEquals(List.of(1000L, 2000L, 2500L), told);
  }

  @Test
  void noRecordsAreAnEmptyCatalogue() throws IOException {
    assertEquals(0, written(new CatalogGenerator(0, 1, 20, 20)).length);
  }

  @Test
  void whatIsNoPercentageIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new CatalogGenerator(1, 1, 101, 0));
    assertThrows(IllegalArgumentException.class, () -> new CatalogGenerator(1, 1, 0, -1));
    assertThrows(IllegalArgumentException.class, () -> new CatalogGenerator(-1, 1, 0, 0));
  }

  @Test
  void soundRecordsAreSound() {
    var generator = new CatalogGenerator(2000, 3, 50, 0);
    for (long i = 0; i < generator.records(); i++) {
      var record = MarcRecord.of(generator.record(i));
      record.validate();
      assertNotEquals(null, record.title(), "record " + i);
    }
  }

  @Test
  void soManyOfAHundredAreInMarc8() {
    var generator = new CatalogGenerator(MANY, 3, 20, 0);
    long marc8 = LongStream.range(0, MANY).filter(i -> generator.record(i)[9] == ' ').count();
    assertWithin(0.19, 0.21, marc8 / (double) MANY, "share of MARC-8");
  }

  @Test
  void allOrNoneInMarc8IsPossible() {
    for (long i = 0; i < 200; i++) {
      assertEquals(' ', new CatalogGenerator(1, 3, 100, 0).record(i)[9]);
      assertEquals('a', new CatalogGenerator(1, 3, 0, 0).record(i)[9]);
    }
  }

  @Test
  void theShapeIsThatOfRealCatalogues() {
    var generator = new CatalogGenerator(MANY, 1, 20, 0);
    var lengths = new long[MANY];
    long fields = 0;
    long subfields = 0;
    for (int i = 0; i < MANY; i++) {
      var bytes = generator.record(i);
      var record = MarcRecord.of(bytes);
      lengths[i] = bytes.length;
      fields += record.fieldCount();
      for (byte b : bytes) {
        subfields += b == Iso2709.SUBFIELD_DELIMITER ? 1 : 0;
      }
    }
    Arrays.sort(lengths);
    assertWithin(1600, 1740, LongStream.of(lengths).average().orElse(0), "mean length");
    assertWithin(4500, 6500, (double) lengths[MANY * 99 / 100], "99th percentile");
    assertWithin(60_000, 68_536, (double) lengths[MANY - 1], "longest");
    assertWithin(27, 28.4, fields / (double) MANY, "fields");
    assertWithin(51, 57, subfields / (double) MANY, "subfields");
  }

  @Test
  void titlesAreInAllScripts() {
    var seen = new EnumMap<Character.UnicodeScript, Integer>(Character.UnicodeScript.class);
    var generator = new CatalogGenerator(MANY, 1, 20, 0);
    for (int i = 0; i < MANY; i++) {
      var title = requireNonNull(MarcRecord.of(generator.record(i)).title());
      seen.merge(Character.UnicodeScript.of(title.codePointAt(0)), 1, Integer::sum);
    }
    assertWithin(9000, 9800, seen.getOrDefault(Character.UnicodeScript.LATIN, 0), "Latin");
    for (var script :
        List.of(
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.GREEK,
            Character.UnicodeScript.HEBREW,
            Character.UnicodeScript.ARABIC,
            Character.UnicodeScript.HAN)) {
      assertWithin(15, 300, seen.getOrDefault(script, 0), script.name());
    }
  }

  @ParameterizedTest
  @EnumSource(Script.class)
  void aWordIsTheSameInBothEncodings(Script script) {
    var utf8 = Lexicon.of(script, true);
    var inMarc8 = Lexicon.of(script, false);
    var oneDie = new Dice().shake(1, 1);
    var other = new Dice().shake(1, 1);
    for (int i = 0; i < 3000; i++) {
      var bytes = MarcBuilder.concat(inMarc8.enter(), inMarc8.capitalised(other), inMarc8.leave());
      assertEquals(
          composed(new String(utf8.capitalised(oneDie), StandardCharsets.UTF_8)),
          composed(new AnselToUnicode().convert(bytes)));
    }
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  @Test
  void soManyOfAHundredAreBroken() {
    var composer = new RecordComposer(new CatalogGenerator(MANY, 3, 20, 10));
    long broken = LongStream.range(0, MANY).filter(i -> composer.compose(i) != null).count();
    assertWithin(0.09, 0.11, broken / (double) MANY, "share of broken");
  }

  @Test
  void everyDamageBetweenSoundRecordsIsOneFlawAtItsPlace() throws IOException {
    var generator = new CatalogGenerator(MANY, 9, 20, 10);
    var flaws = Flaws.in(written(generator));
    var seen = new EnumMap<Damage, Integer>(Damage.class);
    var composer = new RecordComposer(generator);
    long offset = 0;
    var before = composer.compose(0);
    for (long i = 0; i < MANY - 1; i++) {
      var damage = composer.compose(i);
      int length = composer.length();
      var after = composer.compose(i + 1);
      if (damage != null && before == null && after == null) {
        var reason = flaws.get(offset);
        assertTrue(expected(damage).contains(reason), damage + " was taken for " + reason);
        seen.merge(damage, 1, Integer::sum);
      } else if (damage == null && before == null) {
        assertFalse(flaws.containsKey(offset), "record " + i + " is sound");
      }
      before = damage;
      offset += length;
    }
    assertEquals(Damage.values().length, seen.size(), seen::toString);
  }

  private static List<Reason> expected(Damage damage) {
    return switch (damage) {
      case CUT_SHORT, NO_RECORD_TERMINATOR, GARBAGE_BEFORE -> List.of(Reason.NO_TERMINATOR);
      case LENGTH_TOO_SMALL, LENGTH_TOO_LARGE, LENGTH_BLANK, LENGTHS_IN_CHARACTERS ->
          List.of(Reason.BAD_LENGTH);
      case LETTERS_IN_DIRECTORY -> List.of(Reason.BAD_DIRECTORY);
      case FIELD_OUT_OF_BOUNDS -> List.of(Reason.FIELD_OUT_OF_BOUNDS);
      case WRONG_BASE_ADDRESS -> List.of(Reason.BAD_BASE_ADDRESS);
      case TERMINATOR_IN_FIELD -> List.of(Reason.EMBEDDED_TERMINATOR);
    };
  }

  private static void assertWithin(double least, double most, double actual, String what) {
    assertTrue(least <= actual && actual <= most, what + " is " + actual);
  }
}
