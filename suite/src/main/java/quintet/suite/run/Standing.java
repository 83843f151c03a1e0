package quintet.suite.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came out for one model in a comparison. Filled by one thread. */
final class Standing {

  private final String name;
  private final List<Long> roundNanos = new ArrayList<>();
  private int threads;
  private @Nullable String disagreement;

  Standing(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void addRound(long nanos) {
    roundNanos.add(nanos);
  }

  /** The time of each round, in order. */
  List<Long> roundNanos() {
    return List.copyOf(roundNanos);
  }

  double medianNanos() {
    return median(roundNanos.stream().mapToDouble(Long::doubleValue).toArray());
  }

  /**
   * How often faster than the baseline, round by round: the two ran close to each other. A baseline
   * of one round stands for all rounds.
   */
  Ratios speedUpAgainst(Standing baseline) {
    boolean once = baseline.roundNanos.size() == 1;
    int rounds = roundNanos.size();
    var ratios = new double[once ? rounds : Math.min(rounds, baseline.roundNanos.size())];
    Arrays.setAll(ratios, i -> (double) baseline.roundNanos.get(once ? 0 : i) / roundNanos.get(i));
    Arrays.sort(ratios);
    return ratios.length == 0
        ? new Ratios(Double.NaN, Double.NaN, Double.NaN)
        : new Ratios(median(ratios), ratios[0], ratios[ratios.length - 1]);
  }

  /** A median with the range of what it was taken of. */
  record Ratios(double median, double min, double max) {}

  void setThreads(int threads) {
    this.threads = threads;
  }

  /** How many threads were seen at work. */
  int threads() {
    return threads;
  }

  void disagree(String how) {
    if (disagreement == null) {
      disagreement = how;
    }
  }

  /** How the model's answer first differed from the baseline's, or null if it never did. */
  @Nullable String disagreement() {
    return disagreement;
  }

  static double median(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    var sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
