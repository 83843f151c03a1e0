package quintet.workloads.catalog.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import quintet.workloads.catalog.Iso2709;

/**
 * Assembles one record as ISO 2709 lays it out, in buffers that are reused from record to record:
 * leader, directory, fields. Not thread-safe.
 *
 * <pre>
 *   writer.start(true);
 *   writer.startField("245"); writer.indicators("10"); writer.subfield('a'); writer.text("..");
 *   writer.endField();
 *   writer.finish("nam");
 * </pre>
 */
final class RecordWriter {

  /** The five digits of the length allow no more. */
  static final int LONGEST_RECORD = 99_999;

  /** The four digits of a field's length allow no more, its terminator included. */
  static final int LONGEST_FIELD = 9_999;

  private byte[] directory = new byte[4 * 1024];
  private byte[] data = new byte[16 * 1024];
  private byte[] record = new byte[16 * 1024];
  private int directoryLength;
  private int dataLength;
  private int fieldStart;
  private int length;
  private boolean inUtf8;
  private boolean countsCharacters;
  private int continuationBytes;
  private int continuationBytesBefore;

  /** Starts a record anew. */
  void start(boolean inUtf8) {
    this.inUtf8 = inUtf8;
    directoryLength = 0;
    dataLength = 0;
    countsCharacters = false;
    continuationBytes = 0;
  }

  /** Has all lengths and places counted in characters: a mistake that real systems make. */
  void countCharacters() {
    countsCharacters = true;
  }

  boolean inUtf8() {
    return inUtf8;
  }

  void startField(String tag) {
    directory = withRoomFor(Iso2709.DIRECTORY_ENTRY_BYTES, directory, directoryLength);
    for (int i = 0; i < 3; i++) {
      directory[directoryLength + i] = (byte) tag.charAt(i);
    }
    fieldStart = dataLength;
    continuationBytesBefore = continuationBytes;
  }

  void indicators(String two) {
    text(two);
  }

  void subfield(char code) {
    data = withRoomFor(2, data, dataLength);
    data[dataLength++] = Iso2709.SUBFIELD_DELIMITER;
    data[dataLength++] = (byte) code;
  }

  /** ASCII characters, which are the same in all encodings. */
  @SuppressWarnings("deprecation") // of all ways to copy ASCII out of a String, the fast one
  void text(String ascii) {
    int n = ascii.length();
    data = withRoomFor(n, data, dataLength);
    ascii.getBytes(0, n, data, dataLength);
    dataLength += n;
  }

  /** Bytes in the record's encoding. */
  void bytes(byte[] bytes) {
    data = withRoomFor(bytes.length, data, dataLength);
    System.arraycopy(bytes, 0, data, dataLength, bytes.length);
    dataLength += bytes.length;
    if (countsCharacters) {
      for (byte b : bytes) {
        continuationBytes += (b & 0xC0) == 0x80 ? 1 : 0;
      }
    }
  }

  /** The last {@code digits} digits of a number. */
  void number(int value, int digits) {
    data = withRoomFor(digits, data, dataLength);
    putDecimal(data, dataLength, value, digits);
    dataLength += digits;
  }

  void endField() {
    data = withRoomFor(1, data, dataLength);
    data[dataLength++] = Iso2709.FIELD_TERMINATOR;
    int start = fieldStart - continuationBytesBefore;
    int end = dataLength - continuationBytes;
    putDecimal(directory, directoryLength + 3, end - start, 4);
    putDecimal(directory, directoryLength + 7, start, 5);
    directoryLength += Iso2709.DIRECTORY_ENTRY_BYTES;
  }

  /** The number of fields ended so far. */
  int fieldCount() {
    return directoryLength / Iso2709.DIRECTORY_ENTRY_BYTES;
  }

  /** How long the record would be if it were finished now. */
  int lengthSoFar() {
    return Iso2709.SHORTEST_RECORD + directoryLength + dataLength;
  }

  /** Bytes in the field that is open. */
  int fieldLengthSoFar() {
    return dataLength - fieldStart;
  }

  /**
   * Writes the leader and puts the parts together.
   *
   * @param kind leader/05 to /07: status, type of record, bibliographic level
   * @param level leader/17 and /18: encoding level, form of description
   * @throws IllegalStateException if the record is too long for its five digits
   */
  void finish(String kind, String level) {
    length = lengthSoFar();
    if (length > LONGEST_RECORD) {
      throw new IllegalStateException("a record of " + length + " bytes");
    }
    if (record.length < length) {
      record = new byte[2 * length];
    }
    int base = Iso2709.LEADER_BYTES + directoryLength + 1;
    putDecimal(record, 0, length - continuationBytes, 5);
    put(5, kind);
    record[8] = ' ';
    record[9] = (byte) (inUtf8 ? 'a' : ' ');
    put(10, "22");
    putDecimal(record, 12, base, 5);
    put(17, level);
    put(19, " 4500");
    System.arraycopy(directory, 0, record, Iso2709.LEADER_BYTES, directoryLength);
    record[base - 1] = Iso2709.FIELD_TERMINATOR;
    System.arraycopy(data, 0, record, base, dataLength);
    record[length - 1] = Iso2709.RECORD_TERMINATOR;
  }

  /** The finished record's buffer, valid until the next {@link #start}. */
  byte[] buffer() {
    return record;
  }

  /** The finished record's length. */
  int length() {
    return length;
  }

  private void put(int at, String ascii) {
    System.arraycopy(ascii.getBytes(StandardCharsets.US_ASCII), 0, record, at, ascii.length());
  }

  static void putDecimal(byte[] bytes, int at, int value, int digits) {
    int rest = value;
    for (int i = at + digits - 1; i >= at; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static byte[] withRoomFor(int more, byte[] bytes, int length) {
    return length + more <= bytes.length
        ? bytes
        : Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
  }
}
