package quintet.suite.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Fork;
import quintet.suite.results.Kind;
import quintet.suite.results.RawRun;
import quintet.suite.results.Summary.Comparison;
import quintet.suite.results.Summary.Trust;
import quintet.suite.results.Variant;
import quintet.suite.statistics.Ratio;
import quintet.suite.statistics.RoundBootstrap;

/**
 * Whether a run may be believed. Its control, the same code under two names, must not differ from
 * itself, and its plant, code with a known part of more work, must be seen. Where one of them
 * fails, something but the code makes the difference, and nothing is claimed of anything.
 */
final class TrustCheck {

  /** Of the machine's time; more is worth a line. */
  private static final double DISTURBED_PERCENT = 5;

  /** A share of the forks; with more, nothing is claimed. */
  private static final double MOST_DISTURBED = 0.1;

  private final RawRun raw;
  private final Rounds rounds;
  private final RoundBootstrap bootstrap;
  private final Rows rows;
  private final List<String> withheld = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();

  TrustCheck(RawRun raw, Rounds rounds, RoundBootstrap bootstrap) {
    this.raw = raw;
    this.rounds = rounds;
    this.bootstrap = bootstrap;
    rows =
        new Rows(
            raw, rounds, new Comparisons(bootstrap, raw.plan().thresholdPercent() / 100, false));
  }

  Trust trust() {
    var control = only(Kind.CONTROL);
    var plant = only(Kind.PLANT);
    checkControl(ratio(control));
    double planted = plant == null ? 1 : 1 / (1 + plant.plantedPercent() / 100);
    checkPlant(ratio(plant), planted);
    checkRounds();
    checkMachine();
    return new Trust(
        withheld,
        doubts,
        control == null ? null : rows.row(control),
        plant == null ? null : rows.row(plant),
        Numbers.rounded(planted));
  }

  private @Nullable Variant only(Kind kind) {
    return raw.variants().stream()
        .filter(variant -> variant.kind() == kind)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Ratio ratio(@Nullable Variant variant) {
    if (variant == null || variant.baseline() == null) {
      return null;
    }
    return Rounds.ratio(rounds.rates(variant.id()), rounds.rates(variant.baseline()), bootstrap);
  }

  private void checkControl(@Nullable Ratio ratio) {
    if (ratio == null) {
      withheld.add("The control was not measured.");
    } else if (ratio.interval().filter(interval -> interval.excludes(1)).isPresent()) {
      withheld.add(
          "The control differs: the same code under two names has a ratio of "
              + inWords(ratio)
              + ".");
    }
  }

  private void checkPlant(@Nullable Ratio ratio, double planted) {
    if (ratio == null) {
      withheld.add("The planted slowdown was not measured.");
      return;
    }
    if (ratio.interval().isEmpty()) {
      return; // too few rounds: there is nothing to withhold
    }
    var interval = ratio.interval().get();
    if (interval.low() > 1) {
      withheld.add("Code with more work seems faster: a ratio of " + inWords(ratio) + ".");
    } else if (interval.contains(1) && ratio.detects(planted - 1)) {
      withheld.add(
          "The planted slowdown is not seen, though the run is large enough to see it: a ratio of "
              + inWords(ratio)
              + ", not "
              + ratioInWords(planted)
              + ".");
    } else if (interval.contains(1)) {
      doubts.add(
          "The run is too small, or the machine too noisy, to see the planted slowdown: a ratio of "
              + inWords(ratio)
              + ", and "
              + ratioInWords(planted)
              + " was planted. Differences of that size do not show.");
    } else if (interval.excludes(planted)) {
      doubts.add(
          "The planted slowdown is seen, but not its size: a ratio of "
              + inWords(ratio)
              + ", and "
              + ratioInWords(planted)
              + " was planted.");
    }
  }

  private void checkRounds() {
    int complete = rounds.complete(raw.variants());
    if (complete < raw.plan().rounds()) {
      doubts.add(
          "Of " + raw.plan().rounds() + " planned rounds " + complete + " are complete so far.");
    }
    if (!raw.plan().interleaved()) {
      doubts.add(
          "Not interleaved: the forks of a variant ran in a row, and the machine's drift between"
              + " the rows looks like a difference of the variants.");
    }
  }

  private void checkMachine() {
    disturbed("Other processes used", raw.forks().stream().map(Fork::othersPercent).toList());
    disturbed("The hypervisor took", raw.forks().stream().map(Fork::stolenPercent).toList());
  }

  /**
   * A round or two are noise, which the intervals show. More, and it is another machine that was
   * measured: one with fewer cores, which is to the disadvantage of whoever uses them.
   */
  private void disturbed(String who, List<@Nullable Double> percents) {
    long forks = percents.stream().filter(it -> it != null && it > DISTURBED_PERCENT).count();
    if (forks == 0) {
      return;
    }
    var sentence =
        String.format(
            Locale.ROOT,
            "%s over %.0f %% of the machine's time during %d of %d forks.",
            who,
            DISTURBED_PERCENT,
            forks,
            percents.size());
    (forks > MOST_DISTURBED * percents.size() ? withheld : doubts).add(sentence);
  }

  static String inWords(Ratio ratio) {
    return ratio
        .interval()
        .map(it -> inWords(ratio.value(), it.low(), it.high()))
        .orElse(ratioInWords(ratio.value()));
  }

  static String inWords(Comparison comparison) {
    var interval = comparison.interval();
    return interval == null
        ? ratioInWords(comparison.ratio())
        : inWords(comparison.ratio(), interval.low(), interval.high());
  }

  private static String inWords(double ratio, double low, double high) {
    return String.format(
        Locale.ROOT, "%s (%s to %s)", ratioInWords(ratio), ratioInWords(low), ratioInWords(high));
  }

  private static String ratioInWords(double ratio) {
    return String.format(Locale.ROOT, ratio > 0.9 && ratio < 1.1 ? "%.3f" : "%.2f", ratio);
  }
}
