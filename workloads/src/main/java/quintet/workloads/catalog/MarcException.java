package quintet.workloads.catalog;

/**
 * A record that cannot be read: in which source, where, which one, and why.
 *
 * <p>The only exception that the content of a file can cause. Immutable.
 */
public final class MarcException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** The number of a record whose place in its source is not known yet. */
  static final long UNNUMBERED = 0;

  private final String source;
  private final long recordNumber;
  private final long offset;
  private final Reason reason;
  private final String detail;

  private MarcException(
      String source,
      long recordNumber,
      long offset,
      Reason reason,
      String detail,
      boolean withStackTrace) {
    super(null, null, false, withStackTrace);
    this.source = source;
    this.recordNumber = recordNumber;
    this.offset = offset;
    this.reason = reason;
    this.detail = detail;
  }

  /**
   * A flaw found while parsing. It has no stack trace: in a broken catalogue there are thousands of
   * them, and what says where they are is the offset.
   */
  static MarcException flaw(String source, long offset, Reason reason, String detail) {
    return new MarcException(source, UNNUMBERED, offset, reason, detail, false);
  }

  /** The same flaw with its record's number, and with the stack of the thread that reports it. */
  MarcException numbered(long number) {
    return new MarcException(source, number, offset, reason, detail, true);
  }

  /** The name of the source: a path as the user gave it, or {@code <stdin>}. */
  public String source() {
    return source;
  }

  /** The record's number in its source, counted from 1; what was skipped counts too. */
  public long recordNumber() {
    return recordNumber;
  }

  /** The byte offset of the record's leader in its source (after decompression), from 0. */
  public long offset() {
    return offset;
  }

  public Reason reason() {
    return reason;
  }

  /** What exactly was found, in words. */
  public String detail() {
    return detail;
  }

  @Override
  public String getMessage() {
    var number = recordNumber == UNNUMBERED ? "" : " record " + recordNumber;
    return "%s:%s at byte %d: %s (%s)".formatted(source, number, offset, reason.meaning(), detail);
  }
}
