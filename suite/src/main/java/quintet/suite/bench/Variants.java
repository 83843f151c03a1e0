package quintet.suite.bench;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import quintet.suite.results.Bound;
import quintet.suite.results.Kind;
import quintet.suite.results.Variant;

/**
 * Finds what is to be measured: every {@link quintet.suite.bench.kit.Contest} of the wanted pieces
 * and kinds, with every combination of the wanted values, and for each piece a control and a plant.
 * A benchmark class that is added is found.
 *
 * @param pieces wanted
 * @param kinds wanted
 * @param depth of which what is usual is measured, where a parameter is missing in {@code values}
 * @param values wanted, by the parameter's name
 * @param threads numbers of workers, for models and ceilings of work that computes
 * @param calls numbers of calls in flight, for all that waits
 * @param workers for all else that has workers
 * @param filter what a variant's id must contain
 */
record Variants(
    Set<String> pieces,
    Set<Kind> kinds,
    Depth depth,
    Map<String, List<String>> values,
    List<Integer> threads,
    List<Integer> calls,
    int workers,
    Pattern filter) {

  static final String WORKERS = "workers";
  static final String PLANTED_PERCENT = "plantedPercent";

  private static final int PLANT = 5;
  private static final Set<Kind> SWEPT = Set.of(Kind.MODEL, Kind.CEILING);

  /** All pieces that have benchmarks. */
  static Set<String> knownPieces() {
    var pieces = new LinkedHashSet<String>();
    entries().forEach(entry -> pieces.add(Entry.of(entry).contest().piece()));
    return pieces;
  }

  /**
   * What the parameters of all benchmarks can be, by their names: constants, or none where it is a
   * number.
   */
  static Map<String, Set<String>> knownValues() {
    var known = new TreeMap<String, Set<String>>();
    for (var benchmark : entries()) {
      var entry = Entry.of(benchmark);
      for (var parameter : benchmark.getParams().orElse(Map.of()).keySet()) {
        known
            .computeIfAbsent(parameter, _ -> new LinkedHashSet<>())
            .addAll(entry.constantsOf(parameter));
      }
    }
    return known;
  }

  /** Whatever the filter, what is wanted comes with what it is compared with, and the controls. */
  List<Variant> all() {
    var all = new LinkedHashMap<String, Variant>();
    var wanted = new LinkedHashSet<String>();
    var measured = new LinkedHashSet<String>();
    for (var variant : found(kinds)) {
      all.put(variant.id(), variant);
      if (filter.matcher(variant.id()).find()) {
        measured.add(variant.piece());
        wanted.add(variant.id());
        wanted.add(Objects.requireNonNullElse(variant.baseline(), variant.id()));
      }
    }
    if (wanted.isEmpty()) {
      return List.of();
    }
    for (var model : found(Set.of(Kind.MODEL))) { // a peer may be compared with one
      if (wanted.contains(model.id())) {
        all.putIfAbsent(model.id(), model);
      }
    }
    for (var ceiling : ceilings(all.values(), wanted)) {
      all.putIfAbsent(ceiling.id(), ceiling);
      wanted.add(ceiling.id());
    }
    for (var variant : controls(measured)) {
      all.putIfAbsent(variant.id(), variant);
      wanted.add(variant.id());
    }
    return all.values().stream().filter(variant -> wanted.contains(variant.id())).toList();
  }

  /** For each model that is wanted, what the machine could give to as many workers, and to one. */
  private List<Variant> ceilings(Collection<Variant> all, Set<String> wanted) {
    var models =
        all.stream()
            .filter(variant -> variant.kind() == Kind.MODEL && wanted.contains(variant.id()))
            .toList();
    return found(Set.of(Kind.CEILING)).stream()
        .filter(ceiling -> models.stream().anyMatch(model -> isCeilingOf(model, ceiling)))
        .toList();
  }

  private static boolean isCeilingOf(Variant model, Variant ceiling) {
    return ceiling.isForGroup(model.piece(), model.group())
        && (ceiling.baseline() == null || ceiling.workers() == model.workers());
  }

  private List<Variant> found(Set<Kind> these) {
    var found = new LinkedHashMap<String, Variant>();
    for (var benchmark : entries()) {
      var entry = Entry.of(benchmark);
      if (pieces.contains(entry.contest().piece()) && these.contains(entry.contest().kind())) {
        for (var parameters : combinations(benchmark, entry)) {
          var variant = entry.variant(parameters);
          found.putIfAbsent(variant.id(), variant);
        }
      }
    }
    return List.copyOf(found.values());
  }

  // ---- what JMH has

  private static Set<BenchmarkListEntry> entries() {
    var silent =
        OutputFormatFactory.createFormatInstance(
            new PrintStream(OutputStream.nullOutputStream()), VerboseMode.SILENT);
    var own = Pattern.quote(Variants.class.getPackageName() + ".");
    return BenchmarkList.defaultList().find(silent, List.of("^" + own), List.of());
  }

  private List<Map<String, String>> combinations(BenchmarkListEntry benchmark, Entry entry) {
    List<Map<String, String>> combinations = List.of(Map.of());
    for (var parameter : new TreeMap<>(benchmark.getParams().orElse(Map.of())).entrySet()) {
      var grown = new ArrayList<Map<String, String>>();
      for (var combination : combinations) {
        for (var value : valuesOf(parameter.getKey(), parameter.getValue(), entry)) {
          var longer = new TreeMap<>(combination);
          longer.put(parameter.getKey(), value);
          grown.add(longer);
        }
      }
      combinations = grown;
    }
    return combinations;
  }

  private Set<String> valuesOf(String parameter, String[] stated, Entry entry) {
    var contest = entry.contest();
    var chosen = new LinkedHashSet<String>();
    if (parameter.equals(contest.among()) && !contest.baseline().isEmpty()) {
      chosen.add(contest.baseline());
    }
    if (!parameter.equals(WORKERS)) {
      var wanted = values.getOrDefault(parameter, List.of());
      chosen.addAll(entry.values(parameter, wanted, List.of(stated), depth));
    } else if (contest.bound() == Bound.CALLS) {
      calls.forEach(n -> chosen.add(String.valueOf(n)));
    } else if (SWEPT.contains(contest.kind())) {
      threads.forEach(n -> chosen.add(String.valueOf(n)));
    } else {
      chosen.add(String.valueOf(workers));
    }
    return chosen;
  }

  // ---- what keeps the run honest

  /** For each piece the first baseline, the same once more, and once more with more work. */
  private List<Variant> controls(Set<String> measuredPieces) {
    var controls = new ArrayList<Variant>();
    for (var piece : measuredPieces) {
      found(Set.of(Kind.MODEL)).stream()
          .filter(variant -> variant.piece().equals(piece) && variant.baseline() == null)
          .findFirst()
          .ifPresent(
              first -> {
                controls.add(first);
                controls.add(beside(first, Kind.CONTROL, first.name() + " again", 0));
                controls.add(beside(first, Kind.PLANT, first.name() + " +" + PLANT + " %", PLANT));
              });
    }
    return controls;
  }

  private static Variant beside(Variant baseline, Kind kind, String name, int plantedPercent) {
    var parameters = new TreeMap<>(baseline.parameters());
    if (!parameters.containsKey(PLANTED_PERCENT)) {
      throw new IllegalStateException(baseline.benchmark() + " has no " + PLANTED_PERCENT);
    }
    parameters.put(PLANTED_PERCENT, String.valueOf(plantedPercent));
    return new Variant(
        Entry.id(baseline.piece(), kind, baseline.group(), name, baseline.workers()),
        baseline.piece(),
        kind,
        baseline.group(),
        name,
        baseline.workers(),
        baseline.bound(),
        baseline.id(),
        baseline.unit(),
        plantedPercent,
        baseline.benchmark(),
        parameters);
  }
}
