package quintet.suite.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contrasts that the Web Content Accessibility Guidelines 2.2 ask for, at level AA. */
final class ThemeTest {

  private static final double TEXT = 4.5;
  private static final double GRAPHICS = 3;

  static Theme[] themes() {
    return new Theme[] {Theme.LIGHT, Theme.DARK};
  }

  @ParameterizedTest
  @MethodSource("themes")
  void textCanBeRead(Theme theme) {
    for (var background : new String[] {theme.paper(), theme.wash()}) {
      assertContrast(TEXT, theme.ink(), background);
      assertContrast(TEXT, theme.soft(), background);
      assertContrast(TEXT, theme.warning(), background);
    }
  }

  @ParameterizedTest
  @MethodSource("themes")
  void marksCanBeSeen(Theme theme) {
    theme.marks().forEach(mark -> assertContrast(GRAPHICS, mark, theme.paper()));
  }

  private static void assertContrast(double least, String one, String other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    double contrast = Math.max(a, b) / Math.min(a, b);
    assertTrue(contrast >= least, one + " on " + other + ": " + contrast);
  }

  private static double luminance(String color) {
    int rgb = Integer.parseInt(color.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
