package quintet.workloads.catalog;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** International standard book numbers (ISO 2108), in their ten- and thirteen-digit forms. */
public final class Isbn {

  private Isbn() {}

  /**
   * The number at the start of a text, if it has ten or thirteen places and its check digit is
   * right; else null. Hyphens are left out, and what follows the number is ignored.
   */
  public static @Nullable String checked(byte[] bytes, int from, int to) {
    var places = new byte[13];
    int count = 0;
    int weighted10 = 0;
    int weighted13 = 0;
    for (int i = from; i < to && count < 13; i++) {
      byte b = bytes[i];
      if (b == '-') {
        continue;
      }
      boolean isTen = (b == 'X' || b == 'x') && count == 9;
      if (!isTen && (b < '0' || b > '9')) {
        break;
      }
      int value = isTen ? 10 : b - '0';
      weighted10 += (10 - count) * value;
      weighted13 += (count % 2 == 0 ? 1 : 3) * value;
      places[count++] = isTen ? (byte) 'X' : b;
      if (isTen || (count == 10 && weighted10 % 11 == 0 && !startsLong(places))) {
        break; // no number goes on behind an X
      }
    }
    boolean valid = count == 10 ? weighted10 % 11 == 0 : count == 13 && weighted13 % 10 == 0;
    return valid ? new String(places, 0, count, StandardCharsets.ISO_8859_1) : null;
  }

  /**
   * Thirteen digits start with 978 or 979; ten digits that happen to check could be their start.
   */
  private static boolean startsLong(byte[] places) {
    return places[0] == '9' && places[1] == '7' && (places[2] == '8' || places[2] == '9');
  }
}
