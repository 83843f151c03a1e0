package quintet.workloads.catalog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsbnTest {

  @ParameterizedTest
  @CsvSource({
    "0306406152, 0306406152",
    "080442957X, 080442957X",
    "080442957x, 080442957X",
    "9780306406157, 9780306406157",
    "0-306-40615-2, 0306406152",
    "978-0-306-40615-7, 9780306406157",
    "0306406152 (pbk.), 0306406152",
    "9780306406157 :, 9780306406157",
    "9791090636071, 9791090636071",
  })
  void aNumberWithARightCheckDigitIsTaken(String text, String isbn) {
    assertEquals(isbn, checked(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0306406153",
        "9780306406158",
        "030640615",
        "",
        "(pbk.)",
        "X306406152",
        "978030640615",
        "----------"
      })
  void whatIsNoNumberOrHasAWrongCheckDigitIsNot(String text) {
    assertNull(checked(text));
  }

  @Test
  void thirteenPlacesHaveNoX() {
    assertNull(checked("978030640X" + lastThreeThatWouldCheck("978030640")));
  }

  /** As if X were worth ten in a number of thirteen places. */
  private static String lastThreeThatWouldCheck(String nine) {
    int sum = 3 * 10;
    for (int i = 0; i < 9; i++) {
      sum += (i % 2 == 0 ? 1 : 3) * (nine.charAt(i) - '0');
    }
    return "00" + (10 - sum % 10) % 10;
  }

  private static @Nullable String checked(String text) {
    return Isbn.checked(text.getBytes(US_ASCII), 0, text.length());
  }
}
