package quintet.suite.results;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of raw data, so that something may follow from it. A variant without forks is no
 * mistake: a run that was stopped has them.
 */
final class RawCheck {

  private final Map<String, Variant> variants = new HashMap<>();
  private final Set<List<Object>> turns = new HashSet<>();

  private RawCheck() {}

  /** The first thing that is wrong; null if nothing is. */
  static @Nullable String complaint(RawRun run) {
    return new RawCheck().first(run);
  }

  private @Nullable String first(RawRun run) {
    if (run.format() != RawRun.FORMAT) {
      return "format " + run.format() + ", not " + RawRun.FORMAT;
    }
    if (!(run.plan().thresholdPercent() >= 0) || run.plan().rounds() < 1) {
      return "a plan with "
          + run.plan().rounds()
          + " rounds and a threshold of "
          + run.plan().thresholdPercent()
          + " %";
    }
    for (var variant : run.variants()) {
      if (!(variant.plantedPercent() >= 0)) {
        return variant.id() + " has " + variant.plantedPercent() + " % more work";
      }
      if (variants.put(variant.id(), variant) != null) {
        return "two variants " + variant.id();
      }
    }
    for (var variant : run.variants()) {
      if (variant.baseline() != null && !variants.containsKey(variant.baseline())) {
        return "the baseline " + variant.baseline() + " is no variant";
      }
    }
    for (var fork : run.forks()) {
      var complaint = complaint(fork);
      if (complaint != null) {
        return complaint;
      }
    }
    return null;
  }

  private @Nullable String complaint(Fork fork) {
    if (!variants.containsKey(fork.variant())) {
      return "a fork of " + fork.variant() + ", which is no variant";
    }
    var where = " of " + fork.variant() + " in round " + fork.round();
    if (fork.round() < 1) {
      return "a fork" + where + "; the first is 1";
    }
    if (!turns.add(List.of(fork.variant(), fork.round()))) {
      return "two forks" + where;
    }
    if (fork.rates().isEmpty()) {
      return "no rate" + where;
    }
    for (double rate : fork.rates()) {
      if (!(rate > 0 && Double.isFinite(rate))) {
        return "a rate" + where + " is " + rate;
      }
    }
    return null;
  }
}
