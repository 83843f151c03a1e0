package quintet.workloads.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view of one field: a control field (tags 001 to 009) has a {@link #value}, a data field two
 * indicators and subfields. Valid as long as its {@link MarcRecord} is.
 */
public final class MarcField {

  /** One subfield's code and text. */
  public record Subfield(char code, String value) {}

  private final MarcRecord record;
  private final String tag;
  private final byte[] bytes;
  private final int from;
  private final int to;

  MarcField(MarcRecord record, String tag, byte[] bytes, int from, int to) {
    this.record = record;
    this.tag = tag;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  public String tag() {
    return tag;
  }

  public boolean isControl() {
    return tag.startsWith("00");
  }

  /** The whole content as text; of use for control fields. */
  public String value() {
    return record.text(from, to);
  }

  /** The first indicator, or a space where there is none. */
  public char indicator1() {
    return indicator(0);
  }

  /** The second indicator, or a space where there is none. */
  public char indicator2() {
    return indicator(1);
  }

  private char indicator(int i) {
    return isControl() || from + i >= to ? ' ' : (char) (bytes[from + i] & 0xFF);
  }

  /** The text of the first subfield with this code, or null. */
  public @Nullable String subfield(char code) {
    for (int i = first(); i < to; i = record.delimiter(i + 1, to)) {
      if (codeAt(i) == code) {
        return textAt(i);
      }
    }
    return null;
  }

  /** All subfields in order. */
  public List<Subfield> subfields() {
    var subfields = new ArrayList<Subfield>();
    for (int i = first(); i < to; i = record.delimiter(i + 1, to)) {
      if (i + 1 < to) {
        subfields.add(new Subfield(codeAt(i), textAt(i)));
      }
    }
    return subfields;
  }

  /** The first delimiter; {@code to} in a control field, whose content may hold any byte. */
  int first() {
    return isControl() ? to : record.delimiter(from + 2, to);
  }

  private char codeAt(int delimiter) {
    return delimiter + 1 < to ? (char) (bytes[delimiter + 1] & 0xFF) : '\0';
  }

  private String textAt(int delimiter) {
    int begin = Math.min(delimiter + 2, to);
    return record.text(begin, record.delimiter(begin, to));
  }
}
