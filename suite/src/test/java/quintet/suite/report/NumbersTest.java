package quintet.suite.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import quintet.suite.statistics.Interval;

final class NumbersTest {

  @Test
  void aRatioHasTwoDecimals() {
    assertEquals("1.86x", Numbers.ratio(1.8649));
    assertEquals("10.00x", Numbers.ratio(9.999));
    assertEquals("1.84 to 1.88", Numbers.ratios(new Interval(1.8351, 1.8849)));
  }

  @Test
  void aRateHasFourDigitsThatSaySomething() {
    assertEquals("512,300", Numbers.rate(512_345.6));
    assertEquals("9,999", Numbers.rate(9_999.4));
    assertEquals("10,000", Numbers.rate(9_999.6));
    assertEquals("3.500", Numbers.rate(3.5));
    assertEquals("510,200 to 514,400", Numbers.rates(new Interval(510_249, 514_351)));
  }

  @Test
  void bytesAndTimesAreInTheUnitThatSuitsThem() {
    assertEquals("812 bytes", Numbers.bytes(812.4));
    assertEquals("1.67 kB", Numbers.bytes(1_671));
    assertEquals("2.10 MB", Numbers.bytes(2_100_000));
    assertEquals("830 ns", Numbers.nanos(830.2));
    assertEquals("1.75 \u00b5s", Numbers.nanos(1_750));
    assertEquals("2.31 ms", Numbers.micros(2_314));
  }

  @Test
  void bothEndsOfAnIntervalAreInOneUnit() {
    assertEquals("0.990 to 1.01 kB", Numbers.bytes(new Interval(990, 1_010)));
  }

  @Test
  void zeroIsZero() {
    assertEquals("0 bytes", Numbers.bytes(0));
    assertEquals("0", Numbers.rate(0));
  }

  @Test
  void whatIsNoNumberIsAbsent() {
    assertEquals(Numbers.ABSENT, Numbers.ratio(Double.NaN));
    assertEquals(Numbers.ABSENT, Numbers.rate(Double.POSITIVE_INFINITY));
    assertEquals(Numbers.ABSENT, Numbers.percent(Double.NaN));
    assertEquals(Numbers.ABSENT, Numbers.ratios(new Interval(0, Double.POSITIVE_INFINITY)));
  }

  @Test
  void anIntervalThatTellsNothingIsNotWritten() {
    assertEquals(Numbers.TOO_WIDE, Numbers.bytes(new Interval(3e3, 4.7e33)));
    assertEquals(Numbers.TOO_WIDE, Numbers.ratios(new Interval(1e-20, 3)));
    assertEquals("0.10 to 9.00", Numbers.ratios(new Interval(0.1, 9)));
    assertEquals("0 to 0 bytes", Numbers.bytes(new Interval(0, 0)));
    assertEquals(Numbers.TOO_WIDE, Numbers.bytes(new Interval(0, 403)));
    assertEquals("0 to 0.0300", Numbers.parameters(new Interval(0, 0.03))); // of a fit
  }

  @Test
  void whatIsMissingIsAbsent() {
    assertEquals(Numbers.ABSENT, Numbers.ratios(null));
    assertEquals(Numbers.ABSENT, Numbers.micros((Interval) null));
    assertEquals(Numbers.ABSENT, Numbers.value(null, Numbers::rate));
  }
}
