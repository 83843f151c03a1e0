package quintet.workloads.catalog.data;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.marc4j.converter.impl.UnicodeToAnsel;

/**
 * The words of one script as bytes of one encoding, made once. Immutable after construction.
 *
 * <p>Every other accented word is decomposed in UTF-8 (a letter, then its accent), because
 * libraries write both forms. In MARC-8 the accent comes first.
 */
final class Lexicon {

  private static final int WORDS = 2048;
  private static final int MARC8_ESCAPE_BYTES = 3;
  private static final String TO_ASCII = "\u001b(B";
  private static final byte[] NOTHING = {};

  private final byte[] enter;
  private final byte[] leave;
  private final byte[] separator;
  private final byte[][] words = new byte[WORDS][];
  private final byte[][] capitalised = new byte[WORDS][];

  private Lexicon(Script script, boolean utf8) {
    var dice = new Dice().shake(script.name().hashCode(), 0);
    var syllables = script.syllables();
    var toMarc8 = new UnicodeToAnsel();
    boolean escaped = !utf8 && !script.isLatin();
    enter = escaped ? ascii("\u001b" + script.linkCode()) : NOTHING;
    leave = escaped ? ascii(TO_ASCII) : NOTHING;
    separator = ascii(script.separator());
    for (int i = 0; i < WORDS; i++) {
      var form = i % 2 == 0 ? Normalizer.Form.NFC : Normalizer.Form.NFD;
      var word = Normalizer.normalize(syllables.word(dice), form);
      var capital = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
      words[i] = utf8 ? word.getBytes(StandardCharsets.UTF_8) : marc8(toMarc8, word);
      capitalised[i] = utf8 ? capital.getBytes(StandardCharsets.UTF_8) : marc8(toMarc8, capital);
    }
  }

  /** The words of a script, in UTF-8 or else in MARC-8. */
  static Lexicon of(Script script, boolean utf8) {
    return requireNonNull((utf8 ? Utf8.LEXICONS : InMarc8.LEXICONS).get(script));
  }

  byte[] enter() {
    return enter;
  }

  byte[] leave() {
    return leave;
  }

  byte[] separator() {
    return separator;
  }

  /** Some words are met far more often than others, as in any language. */
  byte[] word(Dice dice) {
    return words[dice.mostlyLow(0, WORDS - 1)];
  }

  byte[] capitalised(Dice dice) {
    return capitalised[dice.mostlyLow(0, WORDS - 1)];
  }

  /** The converter frames every word in escapes; a run of words needs them only once. */
  private static byte[] marc8(UnicodeToAnsel converter, String word) {
    var converted = converter.convert(word).replace(TO_ASCII, "");
    boolean escaped = converted.startsWith("\u001b");
    return (escaped ? converted.substring(MARC8_ESCAPE_BYTES) : converted)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Map<Script, Lexicon> all(boolean utf8) {
    var lexicons = new EnumMap<Script, Lexicon>(Script.class);
    for (var script : Script.values()) {
      lexicons.put(script, new Lexicon(script, utf8));
    }
    return lexicons;
  }

  /** Made when first needed: the tables of MARC-8 take a while to load. */
  private static final class Utf8 {
    static final Map<Script, Lexicon> LEXICONS = all(true);
  }

  private static final class InMarc8 {
    static final Map<Script, Lexicon> LEXICONS = all(false);
  }
}
