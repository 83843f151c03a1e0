package quintet.suite.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import quintet.suite.Models;
import quintet.suite.results.Summary.Row;

/**
 * The colour and the shape of a name, the same in every table and figure. The shape says it too,
 * for those who do not see the colour and for grey paper.
 *
 * @param index of the colour in a {@link Theme}
 * @param shape as text
 * @param symbol as ECharts calls it
 */
record Mark(int index, String shape, String symbol) {

  private static final List<String> SHAPES =
      List.of("\u25cb", "\u25cf", "\u25a0", "\u25b2", "\u25c6");
  private static final List<String> SYMBOLS =
      List.of("emptyCircle", "circle", "rect", "triangle", "diamond");

  /** Of a model; anything else looks like the loop that all are compared with. */
  static Mark of(String name) {
    return at(Math.max(0, Models.labels().indexOf(name)));
  }

  private static Mark at(int index) {
    int used = index % SHAPES.size();
    return new Mark(used, SHAPES.get(used), SYMBOLS.get(used));
  }

  /** The rows in the order of their names; of one name, as they stand. */
  static List<Row> sorted(List<Row> rows) {
    return sorted(rows, Row::name);
  }

  /** Anything that has such a name. */
  static <T> List<T> sorted(List<T> named, Function<T, String> name) {
    var order = inOrder(named.stream().map(name).distinct().toList());
    return named.stream()
        .sorted(Comparator.comparingInt(it -> order.indexOf(name.apply(it))))
        .toList();
  }

  /** The models in the order of {@link Models}, and then the rest as they come. */
  static List<String> inOrder(List<String> names) {
    var ordered = new ArrayList<>(Models.labels());
    ordered.retainAll(names);
    names.stream().filter(name -> !ordered.contains(name)).forEach(ordered::add);
    return ordered;
  }
}
