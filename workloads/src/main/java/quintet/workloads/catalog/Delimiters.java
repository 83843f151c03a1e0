package quintet.workloads.catalog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Counts terminators eight bytes at a time.
 *
 * <p>A word is XORed with the wanted byte repeated, which turns equal bytes into zero; the exact
 * zero-byte test then leaves one bit per equal byte. Source: Warren, <i>Hacker's Delight</i>,
 * section 6-1.
 */
final class Delimiters {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long EACH_BYTE = 0x0101010101010101L;
  private static final long LOW_SEVEN = 0x7F7F7F7F7F7F7F7FL;

  private Delimiters() {}

  static int count(byte wanted, byte[] bytes, int from, int to) {
    long pattern = EACH_BYTE * wanted;
    int count = 0;
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      count += Long.bitCount(zeroBytes((long) LONG.get(bytes, i) ^ pattern));
    }
    for (; i < to; i++) {
      count += bytes[i] == wanted ? 1 : 0;
    }
    return count;
  }

  /** How many field and record terminators there are. */
  static int countTerminators(byte[] bytes, int from, int to) {
    long field = EACH_BYTE * Iso2709.FIELD_TERMINATOR;
    long record = EACH_BYTE * Iso2709.RECORD_TERMINATOR;
    int count = 0;
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long word = (long) LONG.get(bytes, i);
      count += Long.bitCount(zeroBytes(word ^ field) | zeroBytes(word ^ record));
    }
    for (; i < to; i++) {
      count +=
          bytes[i] == Iso2709.FIELD_TERMINATOR || bytes[i] == Iso2709.RECORD_TERMINATOR ? 1 : 0;
    }
    return count;
  }

  /** The high bit of each byte of {@code word} that is zero. */
  private static long zeroBytes(long word) {
    return ~((word & LOW_SEVEN) + LOW_SEVEN | word | LOW_SEVEN);
  }
}
