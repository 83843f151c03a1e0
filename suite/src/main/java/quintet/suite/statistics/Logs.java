package quintet.suite.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * The logarithms of what was measured, a value for each round. Ratios are symmetric there, and the
 * mean of the logarithms is the logarithm of the geometric mean. {@code StrictMath}, here and in
 * the classes that use this one, as {@code Math.log} may differ in the last bit between machines.
 */
final class Logs {

  private final double[] values;

  private Logs(double[] values) {
    this.values = values;
  }

  static Logs of(double[] rounds) {
    if (rounds.length == 0) {
      throw new IllegalArgumentException("There is no round.");
    }
    for (double each : rounds) {
      if (!(each > 0 && Double.isFinite(each))) {
        throw new IllegalArgumentException("A rate is over 0 and finite, not " + each);
      }
    }
    return new Logs(Arrays.stream(rounds).map(StrictMath::log).toArray());
  }

  Logs minus(Logs others) {
    if (values.length != others.values.length) {
      throw new IllegalArgumentException(
          "Pairs need the same rounds, not " + values.length + " and " + others.values.length);
    }
    var differences = values.clone();
    Arrays.setAll(differences, i -> values[i] - others.values[i]);
    return new Logs(differences);
  }

  double[] values() {
    return values.clone();
  }

  double mean() {
    return Mean.of(values).getAsDouble();
  }

  Spread spread() {
    return new Spread(values.length, Variance.of(values).getAsDouble());
  }

  List<Double> exponentials() {
    return Arrays.stream(values).map(StrictMath::exp).boxed().toList();
  }

  boolean haveAnInterval() {
    return values.length >= RoundBootstrap.FEWEST_ROUNDS;
  }
}
