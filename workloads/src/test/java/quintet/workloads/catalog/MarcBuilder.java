package quintet.workloads.catalog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one record by hand, readably, for tests: a sound one, or one that is wrong in a way the
 * test asks for. Written without the code it tests.
 *
 * <pre>
 *   byte[] record = new MarcBuilder()
 *       .control("001", "42")
 *       .field("245", "10", "$aWar and peace :$ba novel")
 *       .build();
 * </pre>
 */
public final class MarcBuilder {

  private static final int LONGEST_STATED = 99_999;

  private record Field(String tag, String content, Charset charset) {
    byte[] bytes() {
      return content.getBytes(charset);
    }
  }

  private final List<Field> fields = new ArrayList<>();
  private char coding = 'a';
  private boolean reversedData;
  private boolean inCharacters;
  private @Nullable String statedLength;
  private @Nullable String statedBase;

  /** A sound record with this title and nothing else. */
  public static byte[] titled(String title) {
    return new MarcBuilder().field("245", "00", "$a" + title).build();
  }

  /** Leader/09 blank; the characters of all texts that follow are the bytes of their encoding. */
  public MarcBuilder inMarc8() {
    coding = ' ';
    return this;
  }

  public MarcBuilder control(String tag, String value) {
    return add(tag, value);
  }

  /** A data field; {@code $} and a letter start a subfield. */
  public MarcBuilder field(String tag, String indicators, String subfields) {
    return add(tag, indicators + subfields.replace('$', '\u001f'));
  }

  /** A field whose content is written as given, delimiters and all; the terminator is added. */
  public MarcBuilder add(String tag, String content) {
    fields.add(new Field(tag, content, charset()));
    return this;
  }

  /** The first field of the directory is the last of the data: legal, and met. */
  public MarcBuilder withDataReversed() {
    reversedData = true;
    return this;
  }

  /** All numbers count characters instead of bytes: wrong, and met. */
  public MarcBuilder withLengthsInCharacters() {
    inCharacters = true;
    return this;
  }

  /** What to write for the length, whatever it is. */
  public MarcBuilder stating(String length) {
    statedLength = length;
    return this;
  }

  /** What to write for the base address of data, whatever it is. */
  public MarcBuilder statingBase(String base) {
    statedBase = base;
    return this;
  }

  /** The record's bytes. Numbers that have no room are cut to their last digits. */
  public byte[] build() {
    var starts = new int[fields.size()];
    var data = new ByteArrayOutputStream();
    int start = 0;
    for (int i : dataOrder()) {
      starts[i] = start;
      data.writeBytes(fields.get(i).bytes());
      data.write(0x1E);
      start += counted(fields.get(i));
    }
    int base = 24 + 12 * fields.size() + 1;
    var out = new ByteArrayOutputStream();
    text(out, statedLength != null ? statedLength : digits(statedFor(base + start + 1), 5));
    text(out, "nam " + coding + "22");
    text(out, statedBase != null ? statedBase : digits(base, 5));
    text(out, " a 4500");
    for (int i = 0; i < starts.length; i++) {
      text(out, fields.get(i).tag());
      text(out, digits(counted(fields.get(i)), 4));
      text(out, digits(starts[i], 5));
    }
    out.write(0x1E);
    out.writeBytes(data.toByteArray());
    out.write(0x1D);
    return out.toByteArray();
  }

  private List<Integer> dataOrder() {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < fields.size(); i++) {
      order.add(i);
    }
    if (reversedData) {
      Collections.reverse(order);
    }
    return order;
  }

  private int counted(Field field) {
    return 1 + (inCharacters ? field.content().length() : field.bytes().length);
  }

  /** Systems that write longer records state the largest number there is. */
  private static int statedFor(int length) {
    return Math.min(length, LONGEST_STATED);
  }

  private Charset charset() {
    return coding == 'a' ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
  }

  private static String digits(int number, int count) {
    var digits = "0".repeat(count) + number;
    return digits.substring(digits.length() - count);
  }

  private static void text(ByteArrayOutputStream out, String ascii) {
    out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  /** Records, and whatever else, one after the other. */
  public static byte[] concat(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }
}
