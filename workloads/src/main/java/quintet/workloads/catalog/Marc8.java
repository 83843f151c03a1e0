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
    var tables = converter;
    if (tables == null) {
      tables = new AnselToUnicode(LEAVE_OUT);
      converter = tables;
    }
    return tables.convert(text);
  }
}
