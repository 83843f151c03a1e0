package quintet.workloads.catalog;

import static quintet.workloads.catalog.Iso2709.DIRECTORY_ENTRY_BYTES;
import static quintet.workloads.catalog.Iso2709.FIELD_TERMINATOR;
import static quintet.workloads.catalog.Iso2709.LEADER_BYTES;
import static quintet.workloads.catalog.Iso2709.RECORD_TERMINATOR;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lazy view of one MARC 21 record (ISO 2709) in a byte array: nothing is decoded, and no object
 * made, before it is asked for.
 *
 * <p>Each accessor checks what it touches and throws a {@link MarcException} where that is
 * malformed; {@link #validate} checks the whole structure. Nothing outside the record is ever read.
 *
 * <p><b>Not thread-safe, and reused</b>: a {@link BlockParser} moves one view from record to
 * record, so the view, and every {@link MarcField} of it, is valid only until the work on the
 * record returns. What must outlive that is taken out as a String, or with {@link #copy}.
 */
public final class MarcRecord {

  private static final int TAG_245 = packed("245");
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final int[] IN_PLACE = {};

  private final Marc8 marc8 = new Marc8();
  private final Descriptions descriptions = new Descriptions(this);

  private String source = "";
  private long offset;
  private byte[] bytes = {};
  private int from;
  private int to;
  private int data;
  private int fieldCount;

  /** Start of each field and, at the end, of what follows; empty where the directory is right. */
  private int[] salvagedStarts = IN_PLACE;

  private int fieldFrom;
  private int fieldTo;

  /** An empty view, for a parser that will move it over records. */
  MarcRecord() {}

  /**
   * A view of the one record in {@code bytes}, which must not change while the view is used.
   *
   * @throws MarcException if the bytes are not exactly one record with a sound leader
   */
  public static MarcRecord of(byte[] bytes) {
    var framing = new Framing();
    framing.next(bytes, 0, bytes.length, true);
    var flaw = framing.flaw();
    if (flaw != null || framing.end() != bytes.length || framing.start() == framing.end()) {
      throw MarcException.flaw(
          "record", 0, flaw == null ? Reason.BAD_LENGTH : flaw, bytes.length + " bytes given");
    }
    var record = new MarcRecord();
    record.wrap("record", 0, bytes, framing.start(), framing.end());
    return record;
  }

  /** An independent view of a copy of this record's bytes. */
  public MarcRecord copy() {
    var copy = new MarcRecord();
    copy.wrapAs(source, offset, Arrays.copyOfRange(bytes, from, to), 0, to - from);
    copy.data = data - from;
    copy.fieldCount = fieldCount;
    copy.salvagedStarts = salvagedStarts.clone();
    for (int i = 0; i < copy.salvagedStarts.length; i++) {
      copy.salvagedStarts[i] -= from;
    }
    return copy;
  }

  /** Moves the view to a framed record and checks what the leader says of its parts. */
  void wrap(String source, long offset, byte[] bytes, int from, int to) {
    wrapAs(source, offset, bytes, from, to);
    int base = to - from < Iso2709.SHORTEST_RECORD ? -1 : Iso2709.decimal(bytes, from + 12, 5);
    if (base <= LEADER_BYTES || base >= to - from || bytes[from + base - 1] != FIELD_TERMINATOR) {
      throw flaw(Reason.BAD_BASE_ADDRESS, "no field terminator before byte " + base);
    }
    int directoryBytes = base - 1 - LEADER_BYTES;
    if (directoryBytes % DIRECTORY_ENTRY_BYTES != 0) {
      throw flaw(Reason.BAD_DIRECTORY, directoryBytes + " bytes are not a number of entries");
    }
    data = from + base;
    fieldCount = directoryBytes / DIRECTORY_ENTRY_BYTES;
  }

  private void wrapAs(String source, long offset, byte[] bytes, int from, int to) {
    this.source = source;
    this.offset = offset;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    salvagedStarts = IN_PLACE;
  }

  /**
   * Moves the view to a record whose numbers cannot be trusted (a length counted in characters, or
   * over 99,999): the fields are told apart by their terminators, in the directory's order.
   *
   * @throws MarcException if there are not as many fields as directory entries
   */
  void salvage(String source, long offset, byte[] bytes, int from, int to) {
    wrapAs(source, offset, bytes, from, to);
    int directory = from + LEADER_BYTES;
    int directoryEnd = Framing.indexOf(FIELD_TERMINATOR, bytes, Math.min(directory, to), to);
    int directoryBytes = directoryEnd - directory;
    if (directoryEnd < 0 || directoryBytes % DIRECTORY_ENTRY_BYTES != 0) {
      throw flaw(Reason.BAD_DIRECTORY, "its entries cannot be told apart");
    }
    data = directoryEnd + 1;
    fieldCount = directoryBytes / DIRECTORY_ENTRY_BYTES;
    int terminators = Delimiters.count(FIELD_TERMINATOR, bytes, data, to);
    if (terminators != fieldCount || bytes[to - 2] != FIELD_TERMINATOR) {
      throw flaw(
          Reason.BAD_DIRECTORY, fieldCount + " entries, but " + terminators + " fields' ends");
    }
    var starts = new int[fieldCount + 1];
    starts[0] = data;
    for (int i = 0; i < fieldCount; i++) {
      starts[i + 1] = Framing.indexOf(FIELD_TERMINATOR, bytes, starts[i], to) + 1;
    }
    salvagedStarts = starts;
    requireDirectoryInDataOrder();
  }

  /** Fields can be matched with entries only if the entries go through the data from its start. */
  private void requireDirectoryInDataOrder() {
    boolean oversize = to - from > 99_999; // starts no longer fit their five digits
    int previous = -1;
    for (int i = 0; i < fieldCount; i++) {
      int start = Iso2709.decimal(bytes, entry(i) + 7, 5);
      if (!hasPlausibleTag(i) || (!oversize && start <= previous)) {
        throw flaw(Reason.BAD_DIRECTORY, "entry " + i + " is not in the order of the data");
      }
      previous = start;
    }
  }

  // ---- structure

  /** Name of the source this record was read from. */
  public String source() {
    return source;
  }

  /** Byte offset of the leader in its source, from 0. */
  public long offset() {
    return offset;
  }

  /** Length of the whole record in bytes, terminator included. */
  public int length() {
    return to - from;
  }

  /** The 24 characters of the leader. */
  public String leader() {
    return new String(bytes, from, LEADER_BYTES, StandardCharsets.ISO_8859_1);
  }

  /** Whether leader/09 says UTF-8; otherwise the text is MARC-8. */
  public boolean isUtf8() {
    return bytes[from + 9] == 'a';
  }

  /** The number of directory entries. */
  public int fieldCount() {
    return fieldCount;
  }

  /** A view of the {@code index}-th field in the directory's order, from 0. */
  public MarcField field(int index) {
    if (index < 0 || index >= fieldCount) {
      throw new IndexOutOfBoundsException("field " + index + " of " + fieldCount);
    }
    locate(index);
    return new MarcField(this, tag(index), bytes, fieldFrom, fieldTo);
  }

  /** The first field with this three-character tag, or null. */
  public @Nullable MarcField firstField(String tag) {
    int index = indexOf(packed(tag), 0);
    return index < 0 ? null : field(index);
  }

  /** All fields with this three-character tag, in the directory's order. */
  public List<MarcField> fields(String tag) {
    var fields = new ArrayList<MarcField>();
    int wanted = packed(tag);
    for (int i = indexOf(wanted, 0); i >= 0; i = indexOf(wanted, i + 1)) {
      fields.add(field(i));
    }
    return fields;
  }

  /**
   * Checks the whole structure: every directory entry, every field's bounds and terminator, the
   * indicators of data fields, and that no terminator stands inside a field. Makes no object.
   *
   * @throws MarcException naming the first flaw
   */
  public void validate() {
    for (int i = 0; i < fieldCount; i++) {
      if (!hasPlausibleTag(i)) {
        throw flaw(Reason.BAD_DIRECTORY, "the tag of entry " + i + " is not letters and digits");
      }
      locate(i);
      if (!isControl(i) && fieldTo - fieldFrom < 2) {
        throw flaw(Reason.BAD_DATA_FIELD, "field " + tag(i) + " has no indicators");
      }
    }
    int terminators = Delimiters.countTerminators(bytes, data, to - 1);
    if (terminators != fieldCount) {
      throw flaw(
          Reason.EMBEDDED_TERMINATOR, terminators + " terminators for " + fieldCount + " fields");
    }
    if (bytes[to - 1] != RECORD_TERMINATOR) {
      throw flaw(Reason.NO_TERMINATOR, "the last byte is another");
    }
  }

  // ---- what catalogues are asked for

  /**
   * The title proper and its remainder: the first 245 field's first $a, then a space and its first
   * $b, as the seed's reader and pymarc give it.
   *
   * @return null if there is no 245 or no $a in it
   */
  public @Nullable String title() {
    int index = indexOf(TAG_245, 0);
    if (index < 0) {
      return null;
    }
    locate(index);
    int a = -1;
    int b = -1;
    for (int i = delimiter(fieldFrom + 2, fieldTo); i < fieldTo; i = delimiter(i + 1, fieldTo)) {
      if (a < 0 && bytes[i + 1] == 'a') {
        a = i + 2;
      } else if (b < 0 && bytes[i + 1] == 'b') {
        b = i + 2;
      }
    }
    if (a < 0) {
      return null;
    }
    var title = subfieldAt(a);
    return b < 0 || title.isEmpty() ? title : title + " " + subfieldAt(b);
  }

  private String subfieldAt(int start) {
    int begin = Math.min(start, fieldTo);
    return text(begin, delimiter(begin, fieldTo));
  }

  /** See {@link Descriptions#author}. */
  public @Nullable String author() {
    return descriptions.author();
  }

  /** The first of {@link #isbns}, or null. */
  public @Nullable String isbn() {
    var isbns = isbns();
    return isbns.isEmpty() ? null : isbns.getFirst();
  }

  /** See {@link Descriptions#isbns}. */
  public List<String> isbns() {
    return descriptions.isbns();
  }

  /** See {@link Descriptions#publicationYear}. */
  public @Nullable String publicationYear() {
    return descriptions.publicationYear();
  }

  /** See {@link Descriptions#subjects}. */
  public List<String> subjects() {
    return descriptions.subjects();
  }

  /** See {@link Descriptions#language}. */
  public @Nullable String language() {
    return descriptions.language();
  }

  // ---- for the package: the bytes under the view

  byte[] bytes() {
    return bytes;
  }

  /** Sets {@link #fieldFrom} and {@link #fieldTo} to a field's content, its terminator excluded. */
  void locate(int index) {
    if (salvagedStarts.length > 0) {
      fieldFrom = salvagedStarts[index];
      fieldTo = salvagedStarts[index + 1] - 1;
      return;
    }
    int length = Iso2709.decimal(bytes, entry(index) + 3, 4);
    int start = Iso2709.decimal(bytes, entry(index) + 7, 5);
    if (length < 0 || start < 0) {
      throw flaw(Reason.BAD_DIRECTORY, "entry " + index + " is not in digits");
    }
    fieldFrom = data + start;
    fieldTo = fieldFrom + length - 1;
    if (length == 0 || fieldTo >= to - 1) {
      throw flaw(
          Reason.FIELD_OUT_OF_BOUNDS,
          "field %s of %d bytes at %d".formatted(tag(index), length, start));
    }
    if (bytes[fieldTo] != FIELD_TERMINATOR) {
      throw flaw(
          Reason.NO_FIELD_TERMINATOR,
          "field %s of %d bytes at %d".formatted(tag(index), length, start));
    }
  }

  int fieldFrom() {
    return fieldFrom;
  }

  int fieldTo() {
    return fieldTo;
  }

  /** The tag of an entry as a number whose three low bytes are its characters. */
  int packedTag(int index) {
    return (int) INT.get(bytes, entry(index)) >>> 8;
  }

  /** The first entry with this packed tag at or after {@code index}, or -1. */
  int indexOf(int packedTag, int index) {
    for (int i = index; i < fieldCount; i++) {
      if (packedTag(i) == packedTag) {
        return i;
      }
    }
    return -1;
  }

  static int packed(String tag) {
    if (tag.length() != 3) {
      throw new IllegalArgumentException("a tag has three characters: " + tag);
    }
    return (tag.charAt(0) & 0xFF) << 16 | (tag.charAt(1) & 0xFF) << 8 | (tag.charAt(2) & 0xFF);
  }

  /** The index of the next subfield delimiter before {@code end}, or {@code end}. */
  int delimiter(int at, int end) {
    int i = at;
    while (i < end && bytes[i] != Iso2709.SUBFIELD_DELIMITER) {
      i++;
    }
    return Math.min(i, end);
  }

  /** The bytes between two indexes as text, in the record's encoding. */
  String text(int begin, int end) {
    if (isUtf8()) {
      return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
    }
    try {
      return marc8.decode(bytes, begin, end);
    } catch (RuntimeException e) {
      throw flaw(Reason.BAD_TEXT, "MARC-8: " + e);
    }
  }

  private String tag(int index) {
    return new String(bytes, entry(index), 3, StandardCharsets.ISO_8859_1);
  }

  private boolean isControl(int index) {
    return packedTag(index) >>> 8 == ('0' << 8 | '0');
  }

  private boolean hasPlausibleTag(int index) {
    int at = entry(index);
    return isAlphanumeric(bytes[at])
        && isAlphanumeric(bytes[at + 1])
        && isAlphanumeric(bytes[at + 2]);
  }

  private static boolean isAlphanumeric(byte b) {
    return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
  }

  private int entry(int index) {
    return from + LEADER_BYTES + index * DIRECTORY_ENTRY_BYTES;
  }

  private MarcException flaw(Reason reason, String detail) {
    return MarcException.flaw(source, offset, reason, detail);
  }
}
