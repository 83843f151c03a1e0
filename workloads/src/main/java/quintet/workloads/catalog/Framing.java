package quintet.workloads.catalog;

import static quintet.workloads.catalog.Iso2709.FIELD_TERMINATOR;
import static quintet.workloads.catalog.Iso2709.LEADER_BYTES;
import static quintet.workloads.catalog.Iso2709.RECORD_TERMINATOR;
import static quintet.workloads.catalog.Iso2709.SHORTEST_RECORD;

import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into records, as ISO 2709 section 4 frames them: five digits of length, and a record
 * terminator as the last byte.
 *
 * <p>Where the two disagree, the frame ends at the next terminator, unless a sound record is found
 * to end there: then only what stands before that record is given up. Where a frame ends depends on
 * nothing but the bytes from its start, so that readers who start at the same place agree on all
 * that follows, however their blocks are cut. Line breaks between records are passed over.
 *
 * <p>A cursor for one thread: {@link #next} overwrites what it found before.
 */
final class Framing {

  /**
   * The longest frame, five times what the format can state: a lying length or a lost terminator
   * cannot make a reader hold more than this.
   */
  static final int LONGEST_FRAME = 512 * 1024;

  private int start;
  private int end;
  private @Nullable Reason flaw;
  private boolean whole;

  /** Index of the record's first byte; equal to {@link #end} where nothing but line breaks is. */
  int start() {
    return start;
  }

  /** Index of the first byte after the frame. */
  int end() {
    return end;
  }

  /** What is wrong with the frame, or null if its length and its terminator agree. */
  @Nullable Reason flaw() {
    return flaw;
  }

  /** Whether the frame ends with a record terminator, so that there is a record to try. */
  boolean isWhole() {
    return whole;
  }

  /**
   * Finds the frame that starts at {@code at}.
   *
   * @param limit index after the last byte present
   * @param last whether the input ends at {@code limit}
   * @return false if it takes more bytes to tell; never when {@code last}, and never with {@link
   *     #LONGEST_FRAME} bytes present
   */
  boolean next(byte[] bytes, int at, int limit, boolean last) {
    return isSound(bytes, at, limit) || afterLineBreaks(bytes, at, limit, last);
  }

  private boolean isSound(byte[] bytes, int at, int limit) {
    int length = lengthAt(bytes, at, limit);
    if (length < SHORTEST_RECORD
        || length > limit - at
        || bytes[at + length - 1] != RECORD_TERMINATOR) {
      return false;
    }
    return found(at, at + length, null, true);
  }

  private boolean afterLineBreaks(byte[] bytes, int at, int limit, boolean last) {
    int horizon = Math.min(limit, at + LONGEST_FRAME);
    int first = at;
    while (first < horizon && isLineBreak(bytes[first])) {
      first++;
    }
    if (first == horizon) {
      boolean full = last || horizon == at + LONGEST_FRAME;
      return full && found(horizon, horizon, null, false);
    }
    return isSound(bytes, first, limit) || flawed(bytes, first, limit, last);
  }

  private boolean flawed(byte[] bytes, int at, int limit, boolean last) {
    int stated = lengthAt(bytes, at, limit);
    boolean pending = limit - at < LEADER_BYTES || stated > limit - at;
    if (!last && pending) {
      return false;
    }
    int horizon = Math.min(limit, at + LONGEST_FRAME);
    int terminator = indexOf(RECORD_TERMINATOR, bytes, at, horizon);
    if (terminator < 0) {
      if (horizon == at + LONGEST_FRAME) {
        return found(at, horizon, Reason.NO_TERMINATOR, false);
      }
      return last && found(at, horizon, atEndOfInput(stated, horizon - at), false);
    }
    int sound = soundRecordEndingAt(bytes, at + 1, terminator + 1);
    if (sound >= 0) {
      return found(at, sound, Reason.NO_TERMINATOR, false);
    }
    return found(at, terminator + 1, Reason.BAD_LENGTH, true);
  }

  private static Reason atEndOfInput(int stated, int found) {
    if (stated < 0) {
      return Reason.BAD_LENGTH;
    }
    return stated > found ? Reason.TRUNCATED : Reason.NO_TERMINATOR;
  }

  private boolean found(int start, int end, @Nullable Reason flaw, boolean whole) {
    this.start = start;
    this.end = end;
    this.flaw = flaw;
    this.whole = whole;
    return true;
  }

  /** Where between {@code from} and {@code end} a leader stands whose length leads to the end. */
  private static int soundRecordEndingAt(byte[] bytes, int from, int end) {
    for (int at = from; at <= end - SHORTEST_RECORD; at++) {
      if (lengthAt(bytes, at, end) == end - at && hasDirectory(bytes, at, end)) {
        return at;
      }
    }
    return -1;
  }

  /**
   * Whether a field terminator stands before the leader's base address. Digits that happen to give
   * the right length are met in every directory; with this behind them, they are a leader's.
   */
  private static boolean hasDirectory(byte[] bytes, int at, int end) {
    int base = Iso2709.decimal(bytes, at + 12, 5);
    return base > LEADER_BYTES && base < end - at && bytes[at + base - 1] == FIELD_TERMINATOR;
  }

  /** The length stated at {@code at}, or -1 if there are not five digits. */
  static int lengthAt(byte[] bytes, int at, int limit) {
    return limit - at < 5 ? -1 : Iso2709.decimal(bytes, at, 5);
  }

  static int indexOf(byte wanted, byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** Carriage return, line feed, and the end-of-file byte of old DOS tools. */
  static boolean isLineBreak(byte b) {
    return b == '\r' || b == '\n' || b == 0x1A;
  }
}
