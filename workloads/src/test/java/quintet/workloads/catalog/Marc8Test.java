package quintet.workloads.catalog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.text.Normalizer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marc4j.converter.impl.AnselToUnicode;

class Marc8Test {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Marc8 marc8 = new Marc8();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain text, 1998.",
        "\u00e2Etudes",
        "M\u00e8unchen \u00a1\u00f3dz",
        "\u001b(NmOSKWA\u001b(B : a guide",
        "\u001b(2ylem\u001b(B",
        "\u001b$1!Bs!Ci\u001b(B",
        "\u001bb2\u001bs",
        "dangling accent\u00e2"
      })
  void textIsDecodedAsMarc4jDecodesIt(String bytes) {
    var expected = new AnselToUnicode((severity, message) -> {}).convert(bytes(bytes));
    assertEquals(expected, decode(bytes));
  }

  @Test
  void anAccentFollowsItsLetterInUnicode() {
    assertEquals("E\u0301tudes", Normalizer.normalize(decode("\u00e2Etudes"), Normalizer.Form.NFD));
  }

  @Test
  void aTextLeavesNoCharacterSetBehindForTheNextOne() {
    decode("\u001b(NmOSKWA");
    assertEquals("mOSKWA", decode("mOSKWA"));
  }

  @ParameterizedTest
  @CsvSource({
    "'\u001b$1!Bs\u001bh(B', '\u65e5h(B'",
    "'\u001b$1!Bs\u001b', '\u65e5'",
    "'\u001b$1!Bs\u001b h\u001b(Bx', '\u65e5 hx'",
    "'plain\u001b', 'plain'",
    "'plain\u001b(', 'plain('",
    "'plain\u001b$', 'plain$'",
    "'plain\u001bh', 'plainh'",
    "'plain\u001b(Zabc', 'plain(Zabc'",
  })
  void anEscapeThatDoesNotExistIsLeftOut(String bytes, String text) {
    assertTimeoutPreemptively(PATIENCE, () -> assertEquals(text, decode(bytes)));
  }

  @Test
  void noRowOfEscapesIsReadForEver() {
    var alphabet = "\u001b$1( )-!BNh\u00e2";
    int texts = alphabet.length() * alphabet.length() * alphabet.length() * alphabet.length();
    var playing = new String[1];
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          for (int i = 0; i < texts; i++) {
            var text = new StringBuilder("\u001b$1!Bs");
            for (int rest = i, n = 0; n < 4; n++, rest /= alphabet.length()) {
              text.append(alphabet.charAt(rest % alphabet.length()));
            }
            playing[0] = text.toString();
            decode(playing[0]);
          }
        },
        () -> "read for ever: " + playing[0]);
  }

  @Test
  void aTextLongerThanAnyFieldIsRefusedRatherThanConvertedSlowly() {
    var text = "\u00e2e".repeat(5000);
    assertThrows(IllegalArgumentException.class, () -> decode(text));
  }

  @Test
  void onlyTheBytesAskedForAreDecoded() {
    assertEquals("b", marc8.decode(bytes("\u00e2b\u00e2"), 1, 2));
  }

  private String decode(String bytes) {
    return marc8.decode(bytes(bytes), 0, bytes.length());
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(ISO_8859_1);
  }
}
