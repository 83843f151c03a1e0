package quintet.suite.bench;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import quintet.suite.InputException;

/** What may be said of the benchmarks' parameters on the command line: what the benchmarks say. */
final class KnownValues {

  private static final String NUMBER = "[0-9]{1,9}";

  private final Map<String, Set<String>> known = Variants.knownValues();

  /**
   * The values as the benchmarks have them, whatever the case.
   *
   * @param option for the message
   * @throws InputException if there is no such parameter, or it cannot have such a value
   */
  List<String> checked(String option, String parameter, List<String> values) {
    var constants = known.get(parameter);
    if (constants == null) {
      throw new InputException(
          option + ": no such parameter; there is: " + inWords(known.keySet()));
    }
    return values.stream().map(value -> checked(option, value, constants)).toList();
  }

  private static String checked(String option, String value, Set<String> constants) {
    var constant = constants.isEmpty() ? value : value.toUpperCase(Locale.ROOT).replace('-', '_');
    if (constants.isEmpty() && !value.matches(NUMBER)) {
      throw new InputException(option + " must be a number, not " + value);
    }
    if (!constants.isEmpty() && !constants.contains(constant)) {
      throw new InputException(option + ": no '" + value + "'; there is: " + inWords(constants));
    }
    return constant;
  }

  private static String inWords(Set<String> names) {
    return String.join(", ", names);
  }

  /** For the tab key and the help. */
  abstract static class Of implements Iterable<String> {

    private final String parameter;

    Of(String parameter) {
      this.parameter = parameter;
    }

    @Override
    public Iterator<String> iterator() {
      return Stream.ofNullable(Variants.knownValues().get(parameter))
          .flatMap(Set::stream)
          .iterator();
    }
  }

  /** What is done with each item. */
  static final class OfWork extends Of {
    OfWork() {
      super("work");
    }
  }

  /** What it is done on. */
  static final class OfInput extends Of {
    OfInput() {
      super("input");
    }
  }
}
