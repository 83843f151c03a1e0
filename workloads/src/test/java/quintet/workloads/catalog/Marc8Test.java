package quintet.workloads.catalog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marc4j.converter.impl.AnselToUnicode;

class Marc8Test {

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
        "dangling accent\u00e2",
        "escape at the end\u001b",
        "unknown set \u001b(Zabc"
      })
  void textIsDecodedAsMarc4jDecodesIt(String bytes) {
    var expected = new AnselToUnicode((severity, message) -> {}).convert(bytes(bytes));
    assertEquals(expected, decode(bytes));
  }

  @Test
  void anAccentFollowsItsLetterInUnicode() {
    assertEquals("E\u0301tudes", java.text.Normalizer.normalize(decode("\u00e2Etudes"), NFD));
  }

  @Test
  void aTextLeavesNoCharacterSetBehindForTheNextOne() {
    decode("\u001b(NmOSKWA");
    assertEquals("mOSKWA", decode("mOSKWA"));
  }

  @Test
  void onlyTheBytesAskedForAreDecoded() {
    assertEquals("b", marc8.decode(bytes("\u00e2b\u00e2"), 1, 2));
  }

  private static final java.text.Normalizer.Form NFD = java.text.Normalizer.Form.NFD;

  private String decode(String bytes) {
    return marc8.decode(bytes(bytes), 0, bytes.length());
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(ISO_8859_1);
  }
}
