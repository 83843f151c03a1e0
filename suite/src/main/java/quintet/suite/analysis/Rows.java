package quintet.suite.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Bound;
import quintet.suite.results.Fork;
import quintet.suite.results.Kind;
import quintet.suite.results.RawRun;
import quintet.suite.results.Summary.Comparison;
import quintet.suite.results.Summary.Estimate;
import quintet.suite.results.Summary.ForkRate;
import quintet.suite.results.Summary.Rival;
import quintet.suite.results.Summary.Row;
import quintet.suite.results.Variant;
import quintet.suite.statistics.Ratio;

/** What follows for one variant. */
final class Rows {

  private static final Set<Kind> BESIDE_MODELS = Set.of(Kind.PEER, Kind.LESSON);
  private static final Set<Kind> WITH_IDEAL = Set.of(Kind.MODEL, Kind.PEER, Kind.LESSON);

  private final RawRun raw;
  private final Rounds rounds;
  private final Comparisons comparisons;

  Rows(RawRun raw, Rounds rounds, Comparisons comparisons) {
    this.raw = raw;
    this.rounds = rounds;
    this.comparisons = comparisons;
  }

  Row row(Variant variant) {
    var bootstrap = comparisons.bootstrap();
    var rates = rounds.rates(variant.id());
    boolean isLatency = variant.kind() == Kind.LATENCY;
    var machine = machine(variant);
    return new Row(
        variant.id(),
        variant.name(),
        variant.workers(),
        isLatency ? null : Numbers.estimate(rates, bootstrap),
        isLatency ? List.of() : forks(rates),
        isLatency ? null : speedUp(variant),
        machine == null ? null : Numbers.estimate(machine, bootstrap),
        machine == null ? null : ofCeiling(variant, machine),
        Numbers.estimate(rounds.means(variant.id(), Fork::allocatedBytes), bootstrap),
        Numbers.estimate(rounds.means(variant.id(), Fork::cpuNanos), bootstrap),
        LatencySummary.of(rounds.of(variant).values(), raw.plan().seed()),
        rival(variant),
        timeOverIdeal(variant));
  }

  /** The ceilings for a group, by workers: those of the same work, whatever the input. */
  List<Variant> ceilings(String piece, String group) {
    return raw.variants().stream()
        .filter(variant -> variant.kind() == Kind.CEILING && variant.isForGroup(piece, group))
        .sorted(Comparator.comparingInt(Variant::workers))
        .toList();
  }

  /**
   * The models that others stand beside: those of the same group with as many workers, and before
   * them what all are compared with. None for what has a baseline of its own.
   */
  List<Variant> modelsBeside(Variant variant) {
    return raw.variants().stream()
        .filter(model -> isBeside(variant, model))
        .filter(model -> !rounds.of(model).isEmpty())
        .toList();
  }

  private static boolean isBeside(Variant variant, Variant model) {
    return BESIDE_MODELS.contains(variant.kind())
        && model.kind() == Kind.MODEL
        && variant.baseline() != null
        && model.piece().equals(variant.piece())
        && model.group().equals(variant.group())
        && (model.id().equals(variant.baseline())
            || (variant.baseline().equals(model.baseline())
                && model.workers() == variant.workers()));
  }

  /** The model is picked by the same rounds: where two are as fast, the ratio flatters a little. */
  private @Nullable Rival rival(Variant variant) {
    return modelsBeside(variant).stream()
        .filter(model -> model.baseline() != null)
        .max(Comparator.comparingDouble(this::meanRate))
        .map(model -> rival(model, variant))
        .orElse(null);
  }

  private @Nullable Rival rival(Variant model, Variant variant) {
    var comparison = comparisons.paired(rounds.rates(model.id()), rounds.rates(variant.id()));
    return comparison == null ? null : new Rival(model.name(), comparison);
  }

  private double meanRate(Variant variant) {
    return rounds.rates(variant.id()).values().stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  private static List<ForkRate> forks(NavigableMap<Integer, Double> rates) {
    return rates.entrySet().stream()
        .map(fork -> new ForkRate(fork.getKey(), Numbers.rounded(fork.getValue())))
        .toList();
  }

  private @Nullable Comparison speedUp(Variant variant) {
    return variant.baseline() == null
        ? null
        : comparisons.paired(rounds.rates(variant.id()), rounds.rates(variant.baseline()));
  }

  /**
   * What the machine could give with so many workers, in each round: over its own rate with one;
   * or, where the ceiling of work that waits is a rate that nobody can exceed, over the baseline's.
   */
  private @Nullable NavigableMap<Integer, Double> machine(Variant variant) {
    if (variant.kind() != Kind.MODEL || variant.baseline() == null) {
      return null;
    }
    var ceiling = ceiling(variant);
    if (ceiling == null) {
      return null;
    }
    var one =
        isIdeal(ceiling)
            ? variant.baseline()
            : Objects.requireNonNullElse(ceiling.baseline(), ceiling.id());
    return Rounds.ratios(rounds.rates(ceiling.id()), rounds.rates(one));
  }

  private @Nullable Variant ceiling(Variant variant) {
    return ceilings(variant.piece(), variant.group()).stream()
        .filter(ceiling -> ceiling.workers() == variant.workers())
        .findFirst()
        .orElse(null);
  }

  private static boolean isIdeal(Variant ceiling) {
    return ceiling.bound() == Bound.CALLS && ceiling.baseline() == null;
  }

  /** How many times as long as the ideal a variant takes for the same calls. */
  private @Nullable Estimate timeOverIdeal(Variant variant) {
    var ideal = WITH_IDEAL.contains(variant.kind()) ? ceiling(variant) : null;
    if (ideal == null || !isIdeal(ideal)) {
      return null;
    }
    var ratio =
        Rounds.ratio(rounds.rates(ideal.id()), rounds.rates(variant.id()), comparisons.bootstrap());
    return ratio == null ? null : estimate(ratio);
  }

  private static Estimate estimate(Ratio ratio) {
    return new Estimate(Numbers.rounded(ratio.value()), Numbers.rounded(ratio.interval()));
  }

  private @Nullable Estimate ofCeiling(Variant variant, NavigableMap<Integer, Double> machine) {
    if (variant.baseline() == null) {
      return null;
    }
    var own = Rounds.ratios(rounds.rates(variant.id()), rounds.rates(variant.baseline()));
    var ratio = Rounds.ratio(own, machine, comparisons.bootstrap());
    return ratio == null ? null : estimate(ratio);
  }
}
