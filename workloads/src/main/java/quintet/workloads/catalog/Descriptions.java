package quintet.workloads.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue says of a work besides its title, read from the record under a view. As pymarc
 * defines it, except where noted; belongs to one {@link MarcRecord} and is confined with it.
 */
final class Descriptions {

  private static final int TAG_008 = MarcRecord.packed("008");
  private static final int TAG_020 = MarcRecord.packed("020");
  private static final int TAG_041 = MarcRecord.packed("041");
  private static final int TAG_260 = MarcRecord.packed("260");
  private static final int TAG_264 = MarcRecord.packed("264");
  private static final int[] AUTHORS = {
    MarcRecord.packed("100"), MarcRecord.packed("110"), MarcRecord.packed("111")
  };
  private static final byte[] SPACE = {' '};
  private static final byte[] DASHES = {' ', '-', '-', ' '};

  private final MarcRecord record;
  private byte[] scratch = new byte[256];

  Descriptions(MarcRecord record) {
    this.record = record;
  }

  /** The subfields of the first of the fields 100, 110, 111, joined by spaces; or null. */
  @Nullable String author() {
    for (int tag : AUTHORS) {
      int index = record.indexOf(tag, 0);
      if (index >= 0) {
        record.locate(index);
        return joined(false);
      }
    }
    return null;
  }

  /**
   * The ISBNs of all 020 $a whose check digit is right (ISO 2108: modulus 11 or modulus 10),
   * without hyphens and without the qualifier that follows. pymarc does not check the digit.
   */
  List<String> isbns() {
    List<String> isbns = List.of();
    for (int i = record.indexOf(TAG_020, 0); i >= 0; i = record.indexOf(TAG_020, i + 1)) {
      record.locate(i);
      int a = subfield('a', record.fieldFrom() + 2);
      var isbn = a < 0 ? null : Isbn.checked(record.bytes(), a, record.fieldTo());
      if (isbn != null) {
        isbns = with(isbns, isbn);
      }
    }
    return isbns;
  }

  /**
   * The year of publication in four digits: 008/07-10, else the first four digits in a row of 260
   * $c or 264 $c; or null.
   */
  @Nullable String publicationYear() {
    int fixed = record.indexOf(TAG_008, 0);
    if (fixed >= 0) {
      record.locate(fixed);
      int at = record.fieldFrom() + 7;
      if (at + 4 <= record.fieldTo() && Iso2709.decimal(record.bytes(), at, 4) >= 0) {
        return record.text(at, at + 4);
      }
    }
    var year = yearOf(TAG_260);
    return year != null ? year : yearOf(TAG_264);
  }

  private @Nullable String yearOf(int tag) {
    for (int i = record.indexOf(tag, 0); i >= 0; i = record.indexOf(tag, i + 1)) {
      record.locate(i);
      int c = subfield('c', record.fieldFrom() + 2);
      int end = c < 0 ? c : record.delimiter(c, record.fieldTo());
      for (int at = c; at <= end - 4; at++) {
        if (Iso2709.decimal(record.bytes(), at, 4) >= 0) {
          return record.text(at, at + 4);
        }
      }
    }
    return null;
  }

  /**
   * The subject headings: every 6XX field, its subfields joined by spaces, subdivisions ($v $x $y
   * $z) by " -- ".
   */
  List<String> subjects() {
    List<String> subjects = List.of();
    for (int i = 0; i < record.fieldCount(); i++) {
      if (record.packedTag(i) >>> 16 == '6') {
        record.locate(i);
        subjects = with(subjects, joined(true));
      }
    }
    return subjects;
  }

  /** The three-letter language code: 008/35-37, else the first three letters of 041 $a; or null. */
  @Nullable String language() {
    int fixed = record.indexOf(TAG_008, 0);
    if (fixed >= 0) {
      record.locate(fixed);
      int at = record.fieldFrom() + 35;
      if (at + 3 <= record.fieldTo() && areLetters(at)) {
        return record.text(at, at + 3);
      }
    }
    int index = record.indexOf(TAG_041, 0);
    if (index >= 0) {
      record.locate(index);
      int a = subfield('a', record.fieldFrom() + 2);
      if (a >= 0 && a + 3 <= record.fieldTo() && areLetters(a)) {
        return record.text(a, a + 3);
      }
    }
    return null;
  }

  private boolean areLetters(int at) {
    for (int i = at; i < at + 3; i++) {
      int letter = record.bytes()[i] | 0x20;
      if (letter < 'a' || letter > 'z') {
        return false;
      }
    }
    return true;
  }

  /** The index of the text of the located field's first subfield with this code, or -1. */
  private int subfield(char code, int from) {
    int end = record.fieldTo();
    for (int i = record.delimiter(from, end); i < end; i = record.delimiter(i + 1, end)) {
      if (record.bytes()[i + 1] == code) {
        return Math.min(i + 2, end);
      }
    }
    return -1;
  }

  /**
   * The subfields of the located field in one text; those with a digit for a code (links and
   * control numbers) are left out. UTF-8 is joined as bytes and decoded once; in MARC-8 every
   * subfield starts in the default character sets, so each is decoded alone.
   */
  private String joined(boolean dashes) {
    var bytes = record.bytes();
    int end = record.fieldTo();
    var pieces = record.isUtf8() ? null : new StringBuilder();
    int length = 0;
    int next;
    for (int i = record.delimiter(record.fieldFrom() + 2, end); i < end; i = next) {
      next = record.delimiter(i + 1, end);
      byte code = bytes[i + 1];
      if (i + 2 >= next || (code >= '0' && code <= '9')) {
        continue;
      }
      boolean first = pieces == null ? length == 0 : pieces.isEmpty();
      var separator = dashes && (code == 'v' || (code >= 'x' && code <= 'z')) ? DASHES : SPACE;
      if (pieces != null) {
        pieces
            .append(first ? "" : new String(separator, StandardCharsets.US_ASCII))
            .append(record.text(i + 2, next));
      } else {
        length = first ? length : append(separator, 0, separator.length, length);
        length = append(bytes, i + 2, next, length);
      }
    }
    return pieces != null
        ? pieces.toString()
        : new String(scratch, 0, length, StandardCharsets.UTF_8);
  }

  private int append(byte[] bytes, int from, int to, int length) {
    int total = length + to - from;
    if (total > scratch.length) {
      scratch = Arrays.copyOf(scratch, Math.max(total, 2 * scratch.length));
    }
    System.arraycopy(bytes, from, scratch, length, to - from);
    return total;
  }

  /** Most records have none or few, so the list is made when the first one comes. */
  private static List<String> with(List<String> list, String element) {
    var grown = list.isEmpty() ? new ArrayList<String>(4) : list;
    grown.add(element);
    return grown;
  }
}
