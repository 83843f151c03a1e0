package quintet.suite.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a section: exactly one of these is there. */
record Block(
    @Nullable String text,
    @Nullable String command,
    @Nullable Table table,
    List<Figure> figures,
    List<Fact> terms) {

  static Block text(String text) {
    return new Block(text, null, null, List.of(), List.of());
  }

  static Block command(String command) {
    return new Block(null, command, null, List.of(), List.of());
  }

  static Block table(Table table) {
    return new Block(null, null, table, List.of(), List.of());
  }

  static Block figure(Figure figure) {
    return figures(List.of(figure));
  }

  /** Beside each other, where there is room. */
  static Block figures(List<Figure> figures) {
    return new Block(null, null, null, List.copyOf(figures), List.of());
  }

  static Block terms(List<Fact> terms) {
    return new Block(null, null, null, List.of(), List.copyOf(terms));
  }

  /** The same, and one caption for all: that of the first. */
  static List<Block> sideBySide(List<Figure> figures) {
    return List.of(
        figures(figures.stream().map(Figure::bare).toList()), text(figures.getFirst().caption()));
  }

  boolean hasFigures() {
    return !figures.isEmpty();
  }

  boolean hasTerms() {
    return !terms.isEmpty();
  }

  boolean isSide() {
    return figures.size() > 1;
  }
}
