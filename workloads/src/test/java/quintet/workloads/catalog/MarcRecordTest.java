package quintet.workloads.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarcRecordTest {

  private static MarcRecord record(MarcBuilder builder) {
    return MarcRecord.of(builder.build());
  }

  private static MarcRecord with(String tag, String subfields) {
    return record(new MarcBuilder().field(tag, "  ", subfields));
  }

  private static MarcRecord with008(String value) {
    return record(new MarcBuilder().control("008", value));
  }

  /** The one flaw that the reading of these bytes reports. */
  private static MarcException flawOf(byte[] bytes) {
    return assertThrows(MarcException.class, () -> MarcRecord.of(bytes).validate());
  }

  /** What a run makes of these bytes, in words. */
  private static String read(byte[] bytes, Work<?> work) {
    return String.join("\n", Transcript.inBlocks(bytes, work, bytes.length).lines());
  }

  @Nested
  class Title {

    @ParameterizedTest
    @CsvSource({
      "$aWar and peace, War and peace",
      "$aWar and peace :$ba novel /$cTolstoy, War and peace : a novel /",
      "$ba novel :$aWar and peace, War and peace a novel :",
      "$aOne$aTwo$bThree$bFour, One Three",
      "$6880-01$aWar, War",
      "$hfilm$aWar$n1$pPart$bbook, War book",
    })
    void isTheFirstAThenTheFirstB(String subfields, String title) {
      assertEquals(title, with("245", subfields).title());
    }

    @Test
    void isNullWithout245() {
      assertNull(with("246", "$aOther").title());
    }

    @Test
    void isNullWithoutSubfieldA() {
      assertNull(with("245", "$bremainder").title());
    }

    @Test
    void isEmptyIfSubfieldAIs() {
      assertEquals("", with("245", "$a$bremainder").title());
    }

    @Test
    void hasASpaceForAnEmptyB() {
      assertEquals("War ", with("245", "$aWar$b").title());
    }

    @Test
    void comesFromTheFirst245() {
      var two = new MarcBuilder().field("245", "00", "$aFirst").field("245", "00", "$aSecond");
      assertEquals("First", record(two).title());
    }

    @Test
    void isFoundBehindAFieldThatIsNot245() {
      var builder = new MarcBuilder().control("001", "1").field("100", "1 ", "$aTolstoy");
      assertEquals("War", record(builder.field("245", "10", "$aWar")).title());
    }

    @Test
    void isDecodedFromUtf8() {
      assertEquals("Война и мир 戦争", with("245", "$aВойна и мир$b戦争").title());
    }

    @Test
    void isDecodedFromMarc8() {
      var builder = new MarcBuilder().inMarc8().field("245", "00", "$a\u00e2Etudes$bM\u00e8un");
      assertEquals("E\u0301tudes Mu\u0308n", record(builder).title());
    }

    @Test
    void startsEachSubfieldInTheDefaultCharacterSet() {
      var builder = new MarcBuilder().inMarc8().field("245", "00", "$a\u001b(NmOSKWA$bplain");
      assertEquals("\u041c\u043e\u0441\u043a\u0432\u0430 plain", record(builder).title());
    }
  }

  @Nested
  class Author {

    @Test
    void isAllOfTheMainEntryButItsLinks() {
      assertEquals(
          "Tolstoy, Leo, 1828-1910.", with("100", "$6880-02$aTolstoy, Leo,$d1828-1910.").author());
    }

    @Test
    void mayBeACorporationOrAMeeting() {
      assertEquals("Quintet. Press", with("110", "$aQuintet.$bPress").author());
      assertEquals("Congress (1998)", with("111", "$aCongress$d(1998)").author());
    }

    @Test
    void isThePersonIfThereAreSeveral() {
      var builder = new MarcBuilder().field("110", "2 ", "$aPress").field("100", "1 ", "$aLeo");
      assertEquals("Leo", record(builder).author());
    }

    @Test
    void isNullIfThereIsNone() {
      assertNull(with("700", "$aLeo").author());
    }

    @Test
    void isDecodedFromMarc8SubfieldBySubfield() {
      var builder = new MarcBuilder().inMarc8().field("100", "1 ", "$aB\u00e2eto,$d1900");
      assertEquals("Be\u0301to, 1900", record(builder).author());
    }
  }

  @Nested
  class Isbns {

    @Test
    void haveARightCheckDigitAndNoHyphens() {
      var builder =
          new MarcBuilder()
              .field("020", "  ", "$a0-306-40615-2 (pbk.)")
              .field("020", "  ", "$a0306406153")
              .field("020", "  ", "$z9780306406157")
              .field("020", "  ", "$q(cloth)$a9780306406157");
      assertEquals(List.of("0306406152", "9780306406157"), record(builder).isbns());
    }

    @Test
    void stopAtTheEndOfTheSubfield() {
      assertEquals(List.of(), with("020", "$a030640615$22").isbns());
    }

    @Test
    void theFirstIsTheIsbn() {
      assertEquals("0306406152", with("020", "$a0306406152").isbn());
      assertNull(with("245", "$a0306406152").isbn());
    }
  }

  @Nested
  class PublicationYear {

    @ParameterizedTest
    @CsvSource(
        nullValues = "null",
        value = {
          "980101s1998, 1998",
          "980101s19uu, null",
          "980101s199, null",
        })
    void isInTheFixedField(String fixed, @Nullable String year) {
      assertEquals(year, with008(fixed).publicationYear());
    }

    @Test
    void isElseInTheImprint() {
      var builder = new MarcBuilder().control("008", "980101s19uu");
      var imprint = builder.field("260", "  ", "$aParis :$bX,$cc1998, 1999.");
      assertEquals("1998", record(imprint).publicationYear());
    }

    @Test
    void isElseInTheProductionStatement() {
      assertEquals("2001", with("264", "$c[2001]").publicationYear());
    }

    @Test
    void isInTheFirstProductionStatementThatHasOne() {
      var builder = new MarcBuilder().field("264", " 0", "$aParis").field("264", " 1", "$c2002");
      assertEquals("2002", record(builder).publicationYear());
    }

    @Test
    void isNotMadeOfTwoSubfields() {
      assertNull(with("260", "$c19$d98").publicationYear());
    }
  }

  @Nested
  class Subjects {

    @Test
    void areAllHeadingsWithTheirSubdivisions() {
      var builder =
          new MarcBuilder()
              .field("600", "10", "$aTolstoy, Leo,$d1828-1910")
              .field("650", " 0", "$aWar$xCauses$zRussia$y19th century$vFiction$0(x)1$2y")
              .field("700", "1 ", "$aNobody");
      assertEquals(
          List.of("Tolstoy, Leo, 1828-1910", "War -- Causes -- Russia -- 19th century -- Fiction"),
          record(builder).subjects());
    }

    @Test
    void areTheSameInMarc8() {
      var builder = new MarcBuilder().inMarc8().field("650", " 0", "$a\u00e2Etat$xWar$22");
      assertEquals(List.of("E\u0301tat -- War"), record(builder).subjects());
    }

    @Test
    void areNoneIfThereAreNone() {
      assertEquals(List.of(), with("245", "$aWar").subjects());
    }
  }

  @Nested
  class Language {

    private static final String FIXED = "980101s1998    xxu           000 1 ";

    @Test
    void isInTheFixedField() {
      assertEquals("rus", with008(FIXED + "rus  ").language());
    }

    @Test
    void isElseInTheLanguageField() {
      var builder = new MarcBuilder().control("008", FIXED + "     ");
      assertEquals("fre", record(builder.field("041", "0 ", "$afreeng")).language());
    }

    @Test
    void isNullIfItIsNotThreeLetters() {
      assertNull(with008(FIXED + "12|  ").language());
      assertNull(with("041", "$afr").language());
    }
  }

  @Nested
  class Structure {

    private final MarcBuilder builder =
        new MarcBuilder()
            .control("001", "42")
            .field("650", " 0", "$aWar$xCauses")
            .field("650", "14", "$aPeace");

    @Test
    void theLeaderIsTwentyFourCharacters() {
      assertEquals(24, record(builder).leader().length());
      assertTrue(record(builder).leader().endsWith(" a 4500"));
    }

    @Test
    void aControlFieldHasAValueAndNoIndicators() {
      var field = record(builder).field(0);
      assertTrue(field.isControl());
      assertEquals("001", field.tag());
      assertEquals("42", field.value());
      assertEquals(' ', field.indicator1());
      assertEquals(List.of(), field.subfields());
    }

    @Test
    void aDataFieldHasIndicatorsAndSubfields() {
      var field = record(builder).fields("650").getLast();
      assertFalse(field.isControl());
      assertEquals('1', field.indicator1());
      assertEquals('4', field.indicator2());
      assertEquals(List.of(new MarcField.Subfield('a', "Peace")), field.subfields());
    }

    @Test
    void fieldsAreFoundByTagInOrder() {
      var fields = record(builder).fields("650");
      assertEquals(List.of("War", "Peace"), fields.stream().map(f -> f.subfield('a')).toList());
      assertEquals(List.of(), record(builder).fields("651"));
      assertNull(record(builder).firstField("651"));
    }

    @Test
    void aSubfieldThatIsNotThereIsNull() {
      var field = record(builder).firstField("650");
      assertEquals("Causes", field == null ? null : field.subfield('x'));
      assertNull(field == null ? "" : field.subfield('z'));
    }

    @Test
    void aFieldBeyondTheDirectoryIsTheCallersMistake() {
      assertThrows(IndexOutOfBoundsException.class, () -> record(builder).field(3));
      assertThrows(IndexOutOfBoundsException.class, () -> record(builder).field(-1));
    }

    @Test
    void theEncodingIsInTheLeader() {
      assertTrue(record(builder).isUtf8());
      assertFalse(record(new MarcBuilder().inMarc8()).isUtf8());
    }

    @Test
    void aDirectoryNeedNotBeInTheOrderOfTheData() {
      var reversed = record(builder.field("245", "10", "$aWar").withDataReversed());
      reversed.validate();
      assertEquals("War", reversed.title());
      assertEquals("42", reversed.field(0).value());
    }

    @Test
    void aRecordWithoutFieldsIsValid() {
      var empty = record(new MarcBuilder());
      empty.validate();
      assertEquals(0, empty.fieldCount());
      assertNull(empty.title());
    }

    @Test
    void aTagMayHaveLetters() {
      record(new MarcBuilder().field("LKR", "  ", "$ax")).validate();
    }
  }

  @Nested
  class Flaws {

    @Test
    void aBaseAddressThatDoesNotFollowTheDirectory() {
      for (var base : List.of("00000", "00024", "00036", "00038", "99999", "abcde")) {
        var bytes = new MarcBuilder().field("245", "00", "$aWar").statingBase(base).build();
        assertEquals(Reason.BAD_BASE_ADDRESS, flawOf(bytes).reason(), base);
      }
    }

    @Test
    void aTagThatIsNoTag() {
      var bytes = new MarcBuilder().add("2 5", "00\u001faWar").build();
      assertEquals(Reason.BAD_DIRECTORY, flawOf(bytes).reason());
    }

    @Test
    void anEntryThatIsNotInDigits() {
      assertEquals(Reason.BAD_DIRECTORY, flawOf(patched(24 + 4, 'x')).reason());
      assertEquals(Reason.BAD_DIRECTORY, flawOf(patched(24 + 8, 'x')).reason());
    }

    @Test
    void aFieldThatStartsOutsideTheRecord() {
      assertEquals(Reason.FIELD_OUT_OF_BOUNDS, flawOf(patched(24 + 7, '9')).reason());
    }

    @Test
    void aFieldThatEndsOutsideTheRecord() {
      assertEquals(Reason.FIELD_OUT_OF_BOUNDS, flawOf(patched(24 + 3, '9')).reason());
    }

    @Test
    void aFieldThatEndsInTheRecordTerminator() {
      assertEquals(Reason.FIELD_OUT_OF_BOUNDS, flawOf(patched(24 + 6, '9')).reason());
    }

    @Test
    void aFieldThatDoesNotEndWithATerminator() {
      assertEquals(Reason.NO_FIELD_TERMINATOR, flawOf(patched(24 + 6, '7')).reason());
    }

    /** A record whose one field has eight bytes, with one byte changed. */
    private static byte[] patched(int at, char to) {
      var bytes = new MarcBuilder().field("245", "00", "$aWar").build();
      assertEquals("245000800000", new String(bytes, 24, 12, StandardCharsets.US_ASCII));
      bytes[at] = (byte) to;
      return bytes;
    }

    @Test
    void aTerminatorInsideAField() {
      var bytes = new MarcBuilder().add("245", "00\u001faWar\u001eand peace").build();
      assertEquals(Reason.EMBEDDED_TERMINATOR, flawOf(bytes).reason());
    }

    @Test
    void aDataFieldWithoutIndicators() {
      var bytes = new MarcBuilder().add("245", "1").build();
      assertEquals(Reason.BAD_DATA_FIELD, flawOf(bytes).reason());
    }

    @Test
    void bytesThatAreNoRecord() {
      assertThrows(MarcException.class, () -> MarcRecord.of(new byte[0]));
      assertThrows(
          MarcException.class, () -> MarcRecord.of("nonsense".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void bytesThatAreTwoRecords() {
      var two = MarcBuilder.concat(MarcBuilder.titled("One"), MarcBuilder.titled("Two"));
      assertThrows(MarcException.class, () -> MarcRecord.of(two));
    }
  }

  @Nested
  class Laziness {

    private final byte[] withOneBrokenField = brokenField();

    private static byte[] brokenField() {
      var builder = new MarcBuilder().field("245", "00", "$aWar").field("500", "  ", "$aNote");
      var bytes = builder.build();
      bytes[24 + 12 + 3] = '9';
      return bytes;
    }

    @Test
    void aTitleNeedsNothingButItsField() {
      assertEquals("War", MarcRecord.of(withOneBrokenField).title());
    }

    @Test
    void titlesDoNotSeeABrokenFieldTheyDoNotTouch() {
      assertEquals("War", read(withOneBrokenField, Work.TITLES));
    }

    @Test
    void entriesDo() {
      var line = read(withOneBrokenField, Work.ENTRIES);
      assertTrue(line.contains("FIELD_OUT_OF_BOUNDS at 0"), line);
    }
  }

  @Nested
  class Recovery {

    @Test
    void lengthsInCharactersAreRecoveredByTheTerminators() {
      var bytes =
          new MarcBuilder()
              .field("245", "00", "$aВойна и мир")
              .field("500", "  ", "$aЗаметка")
              .withLengthsInCharacters()
              .build();
      var line = read(bytes, Work.ENTRIES);
      assertTrue(line.startsWith("CatalogEntry[title=Война и мир,"), line);
      assertTrue(line.contains("BAD_LENGTH at 0") && line.endsWith(" recovered]"), line);
    }

    @Test
    void aRecordLongerThanItsLengthCanSayIsRecovered() {
      var builder = new MarcBuilder();
      for (int i = 0; i < 30; i++) {
        builder.field("500", "  ", "$a" + "x".repeat(5000));
      }
      var bytes = builder.field("245", "00", "$aAt the end").build();
      assertTrue(bytes.length > 150_000);
      assertEquals(
          "At the end [BAD_LENGTH at 0 (length 99999 stated, %d bytes found) recovered]"
              .formatted(bytes.length),
          read(bytes, Work.TITLES));
    }

    @Test
    void aRecordOfTheGreatestLengthNeedsNoRecovery() {
      var builder = new MarcBuilder().field("245", "00", "$aLong");
      for (int i = 0; i < 10; i++) {
        builder.field("500", "  ", "$a" + "x".repeat(9000));
      }
      int more = 99_999 - builder.build().length - 12 - 5;
      var bytes = builder.field("500", "  ", "$a" + "x".repeat(more)).build();
      assertEquals(99_999, bytes.length);
      assertEquals("Long", read(bytes, Work.TITLES));
      MarcRecord.of(bytes).validate();
    }

    @Test
    void fieldsAreNotGuessedIfTheirNumberDoesNotFit() {
      var bytes = new MarcBuilder().add("245", "00\u001faW\u001er").stating("00030").build();
      var line = read(bytes, Work.TITLES);
      assertTrue(line.startsWith("null [BAD_LENGTH"), line);
    }

    @Test
    void fieldsAreNotGuessedIfTheDirectoryIsNotInTheOrderOfTheData() {
      var builder = new MarcBuilder().field("245", "00", "$aWar").field("500", "  ", "$aNote");
      var line = read(builder.withDataReversed().stating("00030").build(), Work.TITLES);
      assertTrue(line.startsWith("null [BAD_LENGTH"), line);
    }
  }

  @Nested
  class Copies {

    @Test
    void aCopyStaysWhatItIsWhenTheBytesChange() {
      var bytes = MarcBuilder.titled("War");
      var copy = MarcRecord.of(bytes).copy();
      bytes[bytes.length - 3] = 'x';
      assertEquals("War", copy.title());
    }

    @Test
    void aCopyOfARecoveredRecordReadsLikeIt() {
      var builder = new MarcBuilder().field("245", "00", "$aВойна").field("500", "  ", "$aМир");
      Work<String> viaCopy =
          record -> {
            var copy = record.copy();
            copy.validate();
            return copy.title() + copy.fields("500").getFirst().subfield('a');
          };
      var bytes =
          MarcBuilder.concat(
              "\n".getBytes(StandardCharsets.US_ASCII), builder.withLengthsInCharacters().build());
      assertTrue(read(bytes, viaCopy).startsWith("ВойнаМир ["), read(bytes, viaCopy));
    }

    @Test
    void aCopyKnowsWhereItIsFrom() {
      var copy =
          MarcRecord.of(
                  MarcBuilder.concat(
                      "\n".getBytes(StandardCharsets.US_ASCII), MarcBuilder.titled("x")))
              .copy();
      assertEquals("record", copy.source());
      assertEquals(50 - 6, copy.length());
      assertArrayEquals(new char[] {'2', '2'}, copy.leader().substring(10, 12).toCharArray());
    }
  }
}
