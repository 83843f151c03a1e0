package quintet.suite.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quintet.suite.environment.Environment;
import quintet.suite.results.Kind;
import quintet.suite.results.Plan;
import quintet.suite.results.RawRun;
import quintet.suite.results.Summary.Comparison;
import quintet.suite.results.Variant;
import quintet.suite.statistics.Ratio;
import quintet.suite.statistics.RoundBootstrap;

/**
 * Compares two runs of one machine, variant by variant. Their rounds have nothing to do with each
 * other, so the machine's drift from one run to the other does not cancel out as it does within a
 * run; the ceilings, which no model's code touches, tell of it.
 *
 * @param lines one for each variant that both have measured in the same way, in the order of the
 *     first run
 * @param cautions what a reader should know first
 */
public record RunComparison(List<Line> lines, List<String> cautions) {

  /** The first run's rate divided by the other's. */
  public record Line(Variant variant, Comparison comparison) {}

  /**
   * Compares.
   *
   * @param ours which is to be judged
   * @param theirs which it is divided by
   * @param threshold the smallest effect that is stated, a share
   */
  public static RunComparison of(RawRun ours, RawRun theirs, double threshold) {
    var bootstrap = RoundBootstrap.forMeans(ours.plan().seed());
    var reasons = new ArrayList<>(reasons("This run", ours));
    reasons.addAll(reasons("The other run", theirs));
    var cautions = new ArrayList<>(reasons);
    var comparisons = new Comparisons(bootstrap, threshold, !reasons.isEmpty());
    var others = new TreeMap<String, Variant>();
    theirs.variants().forEach(variant -> others.put(variant.id(), variant));
    var ourRounds = new Rounds(ours);
    var theirRounds = new Rounds(theirs);
    var lines = new ArrayList<Line>();
    int alone = 0;
    for (var variant : ours.variants()) {
      var own = values(ourRounds, variant);
      var other = values(theirRounds, variant);
      if (own.length > 0 && other.length > 0 && isSame(variant, others.get(variant.id()))) {
        lines.add(new Line(variant, comparisons.of(Ratio.unpaired(own, other, bootstrap))));
      } else {
        alone++;
      }
    }
    if (alone > 0) {
      cautions.add(alone + " variants of this run are not in the other, or with other parameters.");
    }
    lines.stream()
        .filter(line -> line.variant().kind() == Kind.CEILING && line.comparison().isStated())
        .findFirst()
        .ifPresent(
            line ->
                cautions.add(
                    "The machine itself may have changed between the runs: "
                        + line.variant().id()
                        + " differs too, "
                        + TrustCheck.inWords(line.comparison())
                        + "."));
    return new RunComparison(List.copyOf(lines), List.copyOf(cautions));
  }

  /** Why the runs must not be compared; empty if they may. */
  public static List<String> obstacles(
      Environment ours, Plan ourPlan, Environment theirs, Plan theirPlan) {
    var obstacles = new ArrayList<>(ours.differences(theirs));
    if (!timing(ourPlan).equals(timing(theirPlan))) {
      obstacles.add("Forks: " + timing(ourPlan) + " here, " + timing(theirPlan) + " there.");
    }
    return obstacles;
  }

  private static String timing(Plan plan) {
    return plan.warmUps()
        + " + "
        + plan.iterations()
        + " iterations of "
        + plan.iterationMillis()
        + " ms";
  }

  /** Why nothing may be said of a run; empty if something may. */
  private static List<String> reasons(String which, RawRun raw) {
    var bootstrap = RoundBootstrap.forMeans(raw.plan().seed());
    return new TrustCheck(raw, new Rounds(raw), bootstrap)
        .trust().withheld().stream()
            .map(reason -> which + " is not to be believed. " + reason)
            .toList();
  }

  private static boolean isSame(Variant ours, @Nullable Variant theirs) {
    return theirs != null && ours.parameters().equals(theirs.parameters());
  }

  private static double[] values(Rounds rounds, Variant variant) {
    return rounds.rates(variant.id()).values().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
