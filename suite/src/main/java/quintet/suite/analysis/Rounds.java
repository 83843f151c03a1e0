package quintet.suite.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Fork;
import quintet.suite.results.RawRun;
import quintet.suite.results.Variant;
import quintet.suite.statistics.Ratio;
import quintet.suite.statistics.RoundBootstrap;

/**
 * The forks of a run by variant and round. A fork counts as one value, the mean of its iterations:
 * they share a virtual machine, and so they are no independent samples.
 */
final class Rounds {

  private final Map<String, NavigableMap<Integer, Fork>> forks = new HashMap<>();

  Rounds(RawRun raw) {
    for (var fork : raw.forks()) {
      forks.computeIfAbsent(fork.variant(), _ -> new TreeMap<>()).put(fork.round(), fork);
    }
  }

  /** By round, ascending. */
  NavigableMap<Integer, Fork> of(String variant) {
    return forks.getOrDefault(variant, new TreeMap<>());
  }

  NavigableMap<Integer, Fork> of(Variant variant) {
    return of(variant.id());
  }

  /** The mean rate of each fork, by round. */
  NavigableMap<Integer, Double> rates(String variant) {
    return means(variant, Fork::rates);
  }

  /** The mean of one of the fork's series, by round; without forks that have none. */
  NavigableMap<Integer, Double> means(String variant, Function<Fork, List<Double>> series) {
    var means = new TreeMap<Integer, Double>();
    of(variant)
        .forEach(
            (round, fork) ->
                series.apply(fork).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .ifPresent(mean -> means.put(round, mean)));
    return means;
  }

  /** The ratio of two series, over the rounds that both have; null if there is none. */
  static @Nullable Ratio ratio(
      NavigableMap<Integer, Double> one,
      NavigableMap<Integer, Double> other,
      RoundBootstrap bootstrap) {
    var own = new TreeMap<>(one);
    own.keySet().retainAll(other.keySet());
    var others = new TreeMap<>(other);
    others.keySet().retainAll(one.keySet());
    return own.isEmpty() ? null : Ratio.paired(values(own), values(others), bootstrap);
  }

  private static double[] values(NavigableMap<Integer, Double> rounds) {
    return rounds.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The ratios in the rounds that both have. */
  static NavigableMap<Integer, Double> ratios(
      NavigableMap<Integer, Double> one, NavigableMap<Integer, Double> other) {
    var ratios = new TreeMap<Integer, Double>();
    one.forEach(
        (round, value) -> {
          var divisor = other.get(round);
          if (divisor != null) {
            ratios.put(round, value / divisor);
          }
        });
    return ratios;
  }

  /** For each round that has all of the variants, their rates by the number of workers. */
  List<Map<Integer, Double>> sweeps(List<Variant> variants) {
    var complete = new TreeSet<>(rates(variants.getFirst().id()).keySet());
    variants.forEach(variant -> complete.retainAll(rates(variant.id()).keySet()));
    var sweeps = new ArrayList<Map<Integer, Double>>();
    for (int round : complete) {
      var sweep = new TreeMap<Integer, Double>();
      variants.forEach(variant -> sweep.put(variant.workers(), rates(variant.id()).get(round)));
      sweeps.add(sweep);
    }
    return sweeps;
  }

  /** How many rounds have a fork of each variant. */
  int complete(List<Variant> variants) {
    if (variants.isEmpty()) {
      return 0;
    }
    var complete = new TreeSet<>(of(variants.getFirst()).keySet());
    variants.forEach(variant -> complete.retainAll(of(variant).keySet()));
    return complete.size();
  }
}
