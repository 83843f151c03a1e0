package quintet.suite.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class DurationConverterTest {

  private final DurationConverter converter = new DurationConverter();

  @ParameterizedTest
  @CsvSource({
    "100ns, PT0.0000001S",
    "1us, PT0.000001S",
    "20 ms, PT0.02S",
    "1.5s, PT1.5S",
    "5m, PT5M",
    "2H, PT2H",
    "0s, PT0S"
  })
  void aNumberWithAUnitIsADuration(String text, Duration duration) {
    assertEquals(duration, converter.convert(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "s", "-1s", "1d", "1e3s", "99999999999s", "999999999h"})
  void anythingElseIsRefused(String text) {
    assertThrows(TypeConversionException.class, () -> converter.convert(text));
  }

  @Test
  void itIsToldInTheLargestUnitThatIsExact() {
    assertEquals("90s", DurationConverter.text(Duration.ofSeconds(90)));
    assertEquals("2m", DurationConverter.text(Duration.ofMinutes(2)));
    assertEquals("1500us", DurationConverter.text(Duration.ofNanos(1_500_000)));
    assertEquals("100ns", DurationConverter.text(Duration.ofNanos(100)));
    assertEquals("0ns", DurationConverter.text(Duration.ZERO));
  }
}
