package quintet.suite.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quintet.suite.InputException;

final class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:5702, 127.0.0.1:5702",
    "node, node:5701",
    "[::1]:5702, [::1]:5702",
    "[::1], [::1]:5701",
    "::1, [::1]:5701"
  })
  void anAddressIsAHostAndPerhapsAPort(String word, String address) {
    assertEquals(address, Addresses.of(Addresses.parse(word).getFirst()));
  }

  @Test
  void commasStandBetweenAddresses() {
    assertEquals(
        "[a:1, b:5701]", Addresses.parse("a:1, b").stream().map(Addresses::of).toList().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,", ":5701", "a:", "a:b", "a:0", "a:65536", "two words:1"})
  void whatIsNoAddressIsRefusedAndNamed(String list) {
    var refusal = assertThrows(InputException.class, () -> Addresses.parse(list));

    var last = list.substring(list.lastIndexOf(',') + 1);
    assertEquals(0, String.valueOf(refusal.getMessage()).indexOf("'" + last + "'"));
  }
}
