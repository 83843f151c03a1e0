package quintet.suite.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files beside these classes: templates, style sheet, scripts, and the plotting library. */
final class Resources {

  static final String PLOTTING = "echarts/echarts.min.js";
  static final String FIGURES = "figures.js";

  private Resources() {}

  static InputStream open(String name) throws IOException {
    var stream = Resources.class.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException(name + " is not beside " + Resources.class);
    }
    return stream;
  }

  static String text(String name) {
    try (var stream = open(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
