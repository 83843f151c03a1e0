package quintet.workloads.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.marc4j.ConverterErrorHandler;
import org.marc4j.converter.impl.AnselToUnicode;

/**
 * Decodes MARC-8 text with marc4j's tables; plain ASCII, which most of it is, without them.
 *
 * <p>Not thread-safe: marc4j's converter loads its multibyte table into itself when first needed.
 * One decoder is confined to one parser.
 */
final class Marc8 {

  private static final byte ESCAPE = 0x1B;

  /** An escape or a character that does not exist is left out, and the rest of the text kept. */
  private static final ConverterErrorHandler LEAVE_OUT = (severity, message) -> {};

  /**
   * A field's length has four digits. Only a recovered record can have more, and the converter's
   * time grows with the square of it.
   */
  private static final int LONGEST_TEXT = 9_999;

  private @Nullable AnselToUnicode converter;

  String decode(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0 || bytes[i] == ESCAPE) {
        return convert(Arrays.copyOfRange(bytes, from, to));
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private String convert(byte[] text) {
    if (text.length > LONGEST_TEXT) {
      throw new IllegalArgumentException(text.length + " bytes are more than a field can have");
    }
    var tables = converter;
    if (tables == null) {
      tables = new AnselToUnicode(LEAVE_OUT);
      converter = tables;
    }
    return tables.convert(withoutUnknownEscapes(text));
  }

  /** marc4j's converter reads an unknown escape again and again for ever, in a multibyte text. */
  private static byte[] withoutUnknownEscapes(byte[] text) {
    int kept = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] != ESCAPE || isKnownEscape(text, afterSpaces(text, i + 1))) {
        text[kept++] = text[i];
      }
    }
    return kept == text.length ? text : Arrays.copyOf(text, kept);
  }

  /**
   * MARC 21 Specifications, character sets, part 2; with the spaces that the converter forgives.
   */
  private static boolean isKnownEscape(byte[] text, int at) {
    return switch (byteAt(text, at)) {
      case 'b', 'g', 'p', 's' -> true;
      case '(', ',', ')', '-' -> isCharacterSet(text, at + 1);
      case '$' -> isMultibyte(text, afterSpaces(text, at + 1));
      default -> false;
    };
  }

  private static boolean isMultibyte(byte[] text, int at) {
    return switch (byteAt(text, at)) {
      case '1' -> true;
      case ',', ')', '-' -> isCharacterSet(text, at + 1);
      default -> false;
    };
  }

  private static boolean isCharacterSet(byte[] text, int at) {
    boolean intermediate = " (,)-$!".indexOf(byteAt(text, at)) >= 0;
    return "1234BENQS".indexOf(byteAt(text, intermediate ? at + 1 : at)) >= 0;
  }

  private static int afterSpaces(byte[] text, int at) {
    int i = at;
    while (byteAt(text, i) == ' ') {
      i++;
    }
    return i;
  }

  private static int byteAt(byte[] text, int at) {
    return at < text.length ? text[at] : -1;
  }
}
