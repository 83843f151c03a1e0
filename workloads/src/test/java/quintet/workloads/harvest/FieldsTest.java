package quintet.workloads.harvest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldsTest {

  private static final String ANSWER =
      """
      {"id":7,"name":"M\u00fcller, \\"the\\"\\r\\nold","none":null,"price":12.50,"open":true,
       "maker":{"city":"K\u00f6ln"},"tags":["a","b"],"a/b":1,"m~n":2}
      """;

  private static List<String> of(String json, String... pointers) throws IOException {
    return Fields.of(pointers).of(json.getBytes(UTF_8));
  }

  @Test
  void valuesComeAsTextsInTheOrderOfThePointers() throws IOException {
    assertEquals(
        List.of("K\u00f6ln", "7", "12.5", "true", "M\u00fcller, \"the\"\r\nold", "b"),
        of(ANSWER, "/maker/city", "/id", "/price", "/open", "/name", "/tags/1"));
  }

  @Test
  void whatIsNotThereIsAnEmptyText() throws IOException {
    assertEquals(List.of("", "", ""), of(ANSWER, "/none", "/nowhere", "/tags/2"));
  }

  @Test
  void anObjectAndAnArrayComeAsJson() throws IOException {
    assertEquals(
        List.of("{\"city\":\"K\u00f6ln\"}", "[\"a\",\"b\"]"), of(ANSWER, "/maker", "/tags"));
  }

  @Test
  void slashesAndTildesAreEscapedAsTheRfcSays() throws IOException {
    assertEquals(List.of("1", "2"), of(ANSWER, "/a~1b", "/m~0n"));
  }

  @Test
  void theEmptyPointerIsTheWholeAnswer() throws IOException {
    assertEquals(List.of("[1,2]"), of("[1,2]", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{", "{} trailing", "{\"a\":}"})
  void whatIsNotJsonIsSaidInOneLine(String body) {
    var error = assertThrows(IOException.class, () -> of(body, "/id"));

    assertTrue(String.valueOf(error.getMessage()).startsWith("not JSON: "), error::getMessage);
  }

  @Test
  void anEmptyBodyHasNoFields() throws IOException {
    assertEquals(List.of(""), of("", "/id"));
  }

  @Test
  void aPointerMustBeginWithASlashAndComeOnce() {
    assertThrows(IllegalArgumentException.class, () -> Fields.of("id"));
    assertThrows(IllegalArgumentException.class, () -> Fields.of("/id", "/id"));
  }
}
