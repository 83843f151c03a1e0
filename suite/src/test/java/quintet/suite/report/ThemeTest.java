package quintet.suite.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contrasts that the Web Content Accessibility Guidelines 2.2 ask for, at level AA. */
final class ThemeTest {

  private static final double TEXT = 4.5;
  private static final double GRAPHICS = 3;

  /** Of CIELAB's units, of which one is just to be seen where the colors touch. */
  private static final double DISTINCT = 15;

  /**
   * What the eye makes of red, green and blue: all of it, and without one of the three cones, after
   * Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
   * deficiency", 2009.
   */
  private static final double[][][] EYES = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {
      {0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}
    },
    {
      {0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}
    },
    {
      {1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}
    }
  };

  private static final double[][] XYZ = {
    {0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}
  };
  private static final double[] WHITE = {0.95047, 1, 1.08883};

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

  @ParameterizedTest
  @MethodSource("themes")
  void noEyeTakesOneMarkForAnother(Theme theme) {
    for (var eye : EYES) {
      for (var one : theme.marks()) {
        for (var other : theme.marks()) {
          double distance = distance(lab(eye, one), lab(eye, other));
          assertTrue(
              one.equals(other) || distance >= DISTINCT, one + ", " + other + ": " + distance);
        }
      }
    }
  }

  private static void assertContrast(double least, String one, String other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    double contrast = Math.max(a, b) / Math.min(a, b);
    assertTrue(contrast >= least, one + " on " + other + ": " + contrast);
  }

  private static double luminance(String color) {
    return times(XYZ, channels(color))[1];
  }

  private static double[] lab(double[][] eye, String color) {
    var xyz = times(XYZ, times(eye, channels(color)));
    var roots = new double[xyz.length];
    for (int i = 0; i < xyz.length; i++) {
      double part = Math.clamp(xyz[i] / WHITE[i], 0, 1);
      roots[i] = part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16.0 / 116;
    }
    return new double[] {
      116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2])
    };
  }

  private static double distance(double[] one, double[] other) {
    return Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
  }

  private static double[] times(double[][] matrix, double[] vector) {
    var product = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        product[i] += matrix[i][j] * vector[j];
      }
    }
    return product;
  }

  /** Red, green and blue, as light and not as it is stored. */
  private static double[] channels(String color) {
    int rgb = Integer.parseInt(color.substring(1), 16);
    return new double[] {linear(rgb >> 16), linear(rgb >> 8), linear(rgb)};
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
