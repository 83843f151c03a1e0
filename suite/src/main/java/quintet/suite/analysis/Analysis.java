package quintet.suite.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Bound;
import quintet.suite.results.Kind;
import quintet.suite.results.RawRun;
import quintet.suite.results.Summary;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Row;
import quintet.suite.results.Variant;
import quintet.suite.statistics.Limit;
import quintet.suite.statistics.RoundBootstrap;

/**
 * Computes the summary of a run from its raw data and the number of its machine's cores, and from
 * nothing else: whoever has these can check every printed number.
 */
public final class Analysis {

  private static final Set<Kind> GROUPED =
      Set.of(Kind.MODEL, Kind.PEER, Kind.LIMIT, Kind.LESSON, Kind.LATENCY);

  private final RawRun raw;
  private final Rounds rounds;
  private final RoundBootstrap bootstrap;
  private final int physicalCores;

  /**
   * @param raw with at least one fork
   * @param physicalCores that the machine had for the run; no scaling is fitted beyond
   */
  public Analysis(RawRun raw, int physicalCores) {
    this.raw = raw;
    this.physicalCores = physicalCores;
    rounds = new Rounds(raw);
    bootstrap = RoundBootstrap.forMeans(raw.plan().seed());
  }

  /** All that follows. */
  public Summary summary() {
    int complete = rounds.complete(raw.variants());
    var trust = new TrustCheck(raw, rounds, bootstrap).trust();
    var comparisons =
        new Comparisons(bootstrap, raw.plan().threshold(), trust.isWithheld(), complete);
    var rows = new Rows(raw, rounds, comparisons);
    var groups = groups().map(variants -> group(variants, rows, trust.isWithheld())).toList();
    return new Summary(
        Summary.FORMAT,
        raw.plan().run(),
        raw.plan(),
        complete,
        100 * bootstrap.confidence(),
        new Verdict(groups, trust, raw.plan(), complete).sentences(),
        trust,
        groups);
  }

  /** Variants that belong together, as far as they are measured; a baseline alone is no group. */
  private Stream<List<Variant>> groups() {
    var groups = new LinkedHashMap<List<Object>, List<Variant>>();
    for (var variant : raw.variants()) {
      if (GROUPED.contains(variant.kind()) && !rounds.of(variant).isEmpty()) {
        groups
            .computeIfAbsent(
                List.of(variant.piece(), variant.kind(), variant.group()), _ -> new ArrayList<>())
            .add(variant);
      }
    }
    return groups.values().stream()
        .filter(group -> group.size() > 1 || group.getFirst().kind() != Kind.MODEL);
  }

  private Group group(List<Variant> variants, Rows rows, boolean withheld) {
    var first = variants.getFirst();
    var baseline = baseline(variants);
    var models = variants.stream().flatMap(variant -> rows.modelsBeside(variant).stream());
    var sorted =
        Stream.concat(models.distinct(), variants.stream())
            .sorted(Comparator.comparing(variant -> variant.baseline() != null))
            .map(rows::row)
            .toList();
    var ceilings =
        first.kind() == Kind.MODEL
            ? rows.ceilings(first.piece(), first.group()).stream()
                .filter(ceiling -> !rounds.of(ceiling).isEmpty())
                .map(rows::row)
                .toList()
            : List.<Row>of();
    return new Group(
        first.piece(),
        first.kind(),
        first.group(),
        first.unit(),
        baseline == null ? null : baseline.name(),
        sorted,
        ceilings,
        first.kind() == Kind.MODEL && baseline != null
            ? scalings(variants, baseline, withheld)
            : List.of());
  }

  /** Of another kind where models stand beside the variants; null if nothing is compared. */
  private @Nullable Variant baseline(List<Variant> variants) {
    var ids = variants.stream().map(Variant::baseline).filter(Objects::nonNull).toList();
    return raw.variants().stream()
        .filter(variant -> ids.contains(variant.id()) && !rounds.of(variant).isEmpty())
        .findFirst()
        .orElse(null);
  }

  private List<Summary.Scaling> scalings(
      List<Variant> variants, Variant baseline, boolean withheld) {
    var sweeps = new TreeMap<String, List<Variant>>();
    for (var variant : variants) {
      if (variant.baseline() != null) {
        sweeps.computeIfAbsent(variant.name(), _ -> new ArrayList<>()).add(variant);
      }
    }
    sweeps.values().removeIf(sweep -> sweep.size() < 2);
    var rate = Numbers.estimate(rounds.rates(baseline.id()), bootstrap);
    if (rate == null) {
      return List.of();
    }
    var scalings = new Scalings(rounds, limit(baseline), RoundBootstrap.forFits(raw.plan().seed()));
    return sweeps.entrySet().stream()
        .map(
            sweep ->
                withheld
                    ? Scalings.refused(sweep.getKey(), "All claims of this run are withheld.")
                    : scalings.of(sweep.getKey(), sweep.getValue(), rate.value()))
        .toList();
  }

  private Limit limit(Variant baseline) {
    return baseline.bound() == Bound.CORES
        ? new Limit.Cores(physicalCores)
        : new Limit.CallsInFlight();
  }
}
