package quintet.suite.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What others have published of a piece: in the figures to compare with, and nowhere else.
 *
 * @param source whose numbers these are, and what became of them
 */
record Published(String piece, String source, List<Point> points) {

  private static final String FILE = "published.json";
  private static final List<Published> ALL = read();

  /**
   * One of their numbers.
   *
   * @param label which of their variants
   * @param printed the number as they printed it
   */
  record Point(String label, int workers, double speedUp, String printed) {}

  static Published of(String piece) {
    return ALL.stream()
        .filter(published -> published.piece.equals(piece))
        .findFirst()
        .orElse(new Published(piece, "", List.of()));
  }

  /** For the caption; empty if there is nothing. */
  String caption() {
    if (points.isEmpty()) {
      return "";
    }
    return " The crosses are %s: %s. An arrow says that they are beyond the axis."
        .formatted(
            source,
            String.join(
                "; ", points.stream().map(p -> p.printed() + " for " + p.label()).toList()));
  }

  private static List<Published> read() {
    try (var json = Resources.open(FILE)) {
      return List.of(new ObjectMapper().readValue(json, Published[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
