package quintet.suite.results;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * {@code raw.json}: all that was measured, and nothing that was computed from it.
 *
 * @param format of the file; this is 1
 * @param forks in the order in which they were measured
 */
public record RawRun(int format, Plan plan, List<Variant> variants, List<Fork> forks) {

  public static final int FORMAT = 1;

  public RawRun {
    requireNonNull(plan, "no plan");
    requireNonNull(variants, "no variants");
    requireNonNull(forks, "no forks");
    variants = List.copyOf(variants);
    forks = List.copyOf(forks);
  }
}
