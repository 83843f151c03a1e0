package quintet.workloads.catalog;

/** The numbers of the format: ISO 2709:2008, and MARC 21 Specifications, record structure. */
public final class Iso2709 {

  public static final byte RECORD_TERMINATOR = 0x1D;
  public static final byte FIELD_TERMINATOR = 0x1E;
  public static final byte SUBFIELD_DELIMITER = 0x1F;

  public static final int LEADER_BYTES = 24;

  /** A tag of three characters, four digits of length, five of start. */
  public static final int DIRECTORY_ENTRY_BYTES = 12;

  /** A leader, the terminator of an empty directory, a record terminator. */
  public static final int SHORTEST_RECORD = LEADER_BYTES + 2;

  private Iso2709() {}

  /** The number in {@code digits} ASCII digits, or -1 if one of them is none. */
  public static int decimal(byte[] bytes, int at, int digits) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
