package quintet.workloads.catalog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quintet.workloads.catalog.MarcBuilder.concat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FramingTest {

  private static final byte[] RECORD = MarcBuilder.titled("One");
  private static final byte[] OTHER = MarcBuilder.titled("Another");

  private final Framing framing = new Framing();

  @Test
  void aSoundRecordIsAFrameWithoutAFlaw() {
    var bytes = concat(RECORD, OTHER);
    assertTrue(framing.next(bytes, 0, bytes.length, false));
    assertFrame(0, RECORD.length, true);
    assertNull(framing.flaw());
  }

  @Test
  void theNextRecordStartsWhereTheFrameEnds() {
    var bytes = concat(RECORD, OTHER);
    assertTrue(framing.next(bytes, RECORD.length, bytes.length, false));
    assertFrame(RECORD.length, bytes.length, true);
  }

  @Test
  void lineBreaksBeforeARecordArePassedOver() {
    var bytes = concat("\r\n\u001a".getBytes(US_ASCII), RECORD);
    assertTrue(framing.next(bytes, 0, bytes.length, true));
    assertFrame(3, bytes.length, true);
    assertNull(framing.flaw());
  }

  @Test
  void lineBreaksAtTheEndAreAnEmptyFrame() {
    var bytes = "\r\n".getBytes(US_ASCII);
    assertTrue(framing.next(bytes, 0, 2, true));
    assertFrame(2, 2, false);
    assertNull(framing.flaw());
  }

  @Test
  void lineBreaksMayBeFollowedByMoreSoTheyAreNoFrameYet() {
    assertFalse(framing.next("\r\n".getBytes(US_ASCII), 0, 2, false));
  }

  @Test
  void aRecordThatIsNotAllThereTakesMoreBytes() {
    for (int present = 0; present < RECORD.length; present++) {
      assertFalse(framing.next(RECORD, 0, present, false), present + " bytes");
    }
  }

  @Test
  void aRecordThatTheInputEndsInIsTruncated() {
    assertTrue(framing.next(RECORD, 0, RECORD.length - 1, true));
    assertFrame(0, RECORD.length - 1, false);
    assertEquals(Reason.TRUNCATED, framing.flaw());
  }

  @Test
  void aTruncatedRecordDoesNotTakeTheNextOneWithIt() {
    var bytes = concat(Arrays.copyOf(RECORD, 40), OTHER);
    assertTrue(framing.next(bytes, 0, bytes.length, true));
    assertFrame(0, 40, false);
    assertEquals(Reason.NO_TERMINATOR, framing.flaw());
  }

  @Test
  void aLengthThatIsTooSmallIsCorrectedByTheTerminator() {
    assertBadLengthIsFramed("00030");
  }

  @Test
  void aLengthThatIsTooLargeIsCorrectedByTheTerminator() {
    assertBadLengthIsFramed("00090");
  }

  @Test
  void aLengthThatIsNotInDigitsIsCorrectedByTheTerminator() {
    assertBadLengthIsFramed("     ");
  }

  @Test
  void aLengthThatIsShorterThanAnyRecordIsCorrectedByTheTerminator() {
    assertBadLengthIsFramed("00000");
  }

  private void assertBadLengthIsFramed(String stated) {
    var broken = new MarcBuilder().field("245", "00", "$aBroken").stating(stated).build();
    var bytes = concat(broken, OTHER);
    assertTrue(framing.next(bytes, 0, bytes.length, true));
    assertFrame(0, broken.length, true);
    assertEquals(Reason.BAD_LENGTH, framing.flaw());
  }

  @Test
  void garbageBeforeASoundRecordIsAFrameOfItsOwn() {
    var bytes = concat("what is this?".getBytes(US_ASCII), RECORD);
    assertTrue(framing.next(bytes, 0, bytes.length, true));
    assertFrame(0, 13, false);
    assertEquals(Reason.NO_TERMINATOR, framing.flaw());
  }

  @Test
  void aLostTerminatorCannotMakeAFrameLongerThanTheLongest() {
    var bytes = new byte[Framing.LONGEST_FRAME + 100];
    Arrays.fill(bytes, (byte) 'x');
    assertTrue(framing.next(bytes, 0, bytes.length, false));
    assertFrame(0, Framing.LONGEST_FRAME, false);
    assertEquals(Reason.NO_TERMINATOR, framing.flaw());
  }

  @Test
  void anEndlessRowOfLineBreaksIsPassedOverInParts() {
    var bytes = new byte[Framing.LONGEST_FRAME + 100];
    Arrays.fill(bytes, (byte) '\n');
    assertTrue(framing.next(bytes, 0, bytes.length, false));
    assertFrame(Framing.LONGEST_FRAME, Framing.LONGEST_FRAME, false);
  }

  @Test
  void whereAFrameEndsDoesNotDependOnWhatFollows() {
    var bytes = concat(RECORD, OTHER);
    assertTrue(framing.next(bytes, 0, RECORD.length, false));
    assertFrame(0, RECORD.length, true);
  }

  @Test
  void fewerThanFiveBytesAreNoLength() {
    assertEquals(-1, Framing.lengthAt("1234".getBytes(US_ASCII), 0, 4));
  }

  @Test
  void aSignIsNoDigit() {
    assertEquals(-1, Iso2709.decimal("+1234".getBytes(US_ASCII), 0, 5));
  }

  private void assertFrame(int start, int end, boolean whole) {
    assertEquals(start, framing.start(), "start");
    assertEquals(end, framing.end(), "end");
    assertEquals(whole, framing.isWhole(), "whole");
  }
}
