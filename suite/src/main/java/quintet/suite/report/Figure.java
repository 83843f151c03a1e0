package quintet.suite.report;

import java.util.List;

/**
 * A figure, undrawn.
 *
 * @param id of its element and, with ".svg", the name of its file
 * @param caption what it shows
 * @param notes what it does not show, and why
 * @param data for {@code figures.js}
 */
record Figure(String id, String title, String caption, List<String> notes, Data data) {

  Figure {
    notes = List.copyOf(notes);
  }

  /** What {@code figures.js} draws; it has a function for each kind. */
  interface Data {
    String kind();
  }

  /** Without its caption, for figures that stand side by side and have one for all. */
  Figure bare() {
    return new Figure(id, title, "", notes, data);
  }

  boolean hasLegend() {
    return !caption.isEmpty() || !notes.isEmpty();
  }

  String file() {
    return id + ".svg";
  }
}
