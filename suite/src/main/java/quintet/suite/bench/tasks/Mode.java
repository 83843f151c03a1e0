package quintet.suite.bench.tasks;

import java.util.Locale;
import quintet.suite.bench.kit.Labelled;
import quintet.suite.bench.kit.Usual;

/** In which form the results are wanted. */
@Usual(
    quick = "ORDERED",
    standard = {"ORDERED", "STREAMED"})
public enum Mode implements Labelled {
  /** A list of all results, in the order of the tasks. */
  ORDERED,

  /** Each result is handed over in the order of the tasks, as soon as it is its turn. */
  STREAMED;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
