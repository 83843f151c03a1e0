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
 * other, so what the machine did between the runs does not cancel out as it does within one. A peer
 * tells of it, whose code is not ours: where it differs, nothing is claimed. A ceiling tells less,
 * because the piece's own code is in it.
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
    var ourRounds = new Rounds(ours);
    var theirRounds = new Rounds(theirs);
    int complete =
        Math.min(ourRounds.complete(ours.variants()), theirRounds.complete(theirs.variants()));
    var pairs = pairs(ours, ourRounds, theirs, theirRounds);
    var unchecked = new Comparisons(bootstrap, threshold, false, complete);
    var moved =
        pairs.stream()
            .filter(pair -> pair.kind() == Kind.PEER && pair.baseline() == null)
            .map(pair -> line(pair, ourRounds, theirRounds, unchecked))
            .filter(line -> line.comparison().isStated())
            .findFirst();
    moved.ifPresent(
        line ->
            cautions.add(
                "The machine has changed between the runs: "
                    + inWords(line)
                    + ", which is no code of ours."));
    boolean withheld = !reasons.isEmpty() || moved.isPresent();
    var comparisons = new Comparisons(bootstrap, threshold, withheld, complete);
    var lines =
        pairs.stream().map(pair -> line(pair, ourRounds, theirRounds, comparisons)).toList();
    long alone = ours.variants().stream().filter(RunComparison::isCompared).count() - lines.size();
    if (alone > 0) {
      cautions.add(alone + " variants of this run are not in the other, or with other parameters.");
    }
    cautions.addAll(ceilings(lines));
    return new RunComparison(lines, List.copyOf(cautions));
  }

  /** The variants of ours that both have measured, in the same way. */
  private static List<Variant> pairs(
      RawRun ours, Rounds ourRounds, RawRun theirs, Rounds theirRounds) {
    var others = new TreeMap<String, Variant>();
    theirs.variants().forEach(variant -> others.put(variant.id(), variant));
    return ours.variants().stream()
        .filter(RunComparison::isCompared)
        .filter(variant -> isSame(variant, others.get(variant.id())))
        .filter(variant -> values(ourRounds, variant).length > 0)
        .filter(variant -> values(theirRounds, variant).length > 0)
        .toList();
  }

  /** Controls and plants are for their own run, and latency has no rate. */
  private static boolean isCompared(Variant variant) {
    return switch (variant.kind()) {
      case MODEL, CEILING, PEER, LIMIT, LESSON -> true;
      case CONTROL, PLANT, LATENCY -> false;
    };
  }

  private static Line line(
      Variant variant, Rounds ourRounds, Rounds theirRounds, Comparisons comparisons) {
    var own = values(ourRounds, variant);
    var other = values(theirRounds, variant);
    return new Line(variant, comparisons.of(Ratio.unpaired(own, other, comparisons.bootstrap())));
  }

  private static List<String> ceilings(List<Line> lines) {
    var ceilings = lines.stream().filter(line -> line.variant().kind() == Kind.CEILING).toList();
    if (ceilings.isEmpty()) {
      return List.of("No ceiling is in both runs: nothing tells whether the machine changed.");
    }
    return ceilings.stream()
        .filter(line -> line.comparison().isStated())
        .limit(1)
        .map(line -> "The machine may have changed between the runs: " + inWords(line) + ".")
        .toList();
  }

  private static String inWords(Line line) {
    return line.variant().id() + " differs too, " + TrustCheck.inWords(line.comparison());
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
    return theirs != null
        && withoutPackage(ours.benchmark()).equals(withoutPackage(theirs.benchmark()))
        && ours.parameters().equals(theirs.parameters());
  }

  /** A benchmark that has only moved is the same. */
  private static String withoutPackage(String benchmark) {
    return benchmark.replaceFirst("^([a-z]\\w*\\.)*", "");
  }

  private static double[] values(Rounds rounds, Variant variant) {
    return rounds.rates(variant.id()).values().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
