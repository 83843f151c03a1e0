package quintet.suite.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table, in words: the same for the page and for Markdown.
 *
 * @param spans headings above the headings; may be none
 * @param bodies rows that belong together
 */
record Table(String caption, List<Span> spans, List<Cell> heads, List<Body> bodies) {

  /** A heading over so many columns. */
  record Span(String text, int columns) {}

  /** Rows under a heading of their own, unless it is null. */
  record Body(@Nullable String title, List<Row> rows) {}

  record Row(List<Cell> cells) {

    static Row of(List<Cell> cells) {
      return new Row(List.copyOf(cells));
    }
  }

  static Table of(String caption, List<Cell> heads, List<Row> rows) {
    return new Table(caption, List.of(), heads, List.of(new Body(null, rows)));
  }

  int columns() {
    return heads.size();
  }

  boolean hasSpans() {
    return !spans.isEmpty();
  }

  /** What a row has beside its first cell. */
  List<String> restOfColumns() {
    return Collections.nCopies(columns() - 1, "");
  }

  /** One line of headings, for Markdown, which knows no heading over several columns. */
  List<String> flatHeads() {
    var flat = new ArrayList<String>();
    int column = 0;
    for (var span : spans) {
      for (int i = 0; i < span.columns; i++) {
        flat.add(
            span.text.isEmpty()
                ? heads.get(column++).text()
                : span.text + ": " + heads.get(column++).text());
      }
    }
    heads.subList(column, heads.size()).forEach(head -> flat.add(head.text()));
    return flat;
  }
}
