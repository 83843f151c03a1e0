package quintet.suite.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Fork;
import quintet.suite.results.Kind;
import quintet.suite.results.RawRun;
import quintet.suite.results.Summary.Check;
import quintet.suite.results.Summary.Comparison;
import quintet.suite.results.Summary.Outcome;
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

  /** The high end over the low one; a control that might be so far off has not held. */
  private static final double WIDEST_CONTROL = 1.5;

  private final RawRun raw;
  private final Rounds rounds;
  private final RoundBootstrap bootstrap;
  private final Rows rows;
  private final int complete;
  private final List<String> withheld = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();

  TrustCheck(RawRun raw, Rounds rounds, RoundBootstrap bootstrap) {
    this.raw = raw;
    this.rounds = rounds;
    this.bootstrap = bootstrap;
    complete = rounds.complete(raw.variants());
    rows =
        new Rows(raw, rounds, new Comparisons(bootstrap, raw.plan().threshold(), false, complete));
  }

  Trust trust() {
    checkThatThereAre(Kind.CONTROL, "The control");
    checkThatThereAre(Kind.PLANT, "The planted slowdown");
    var checks = new ArrayList<Check>();
    for (var variant : raw.variants()) {
      var ratio = ratio(variant);
      if (ratio != null && variant.kind() == Kind.CONTROL) {
        var outcome = checkControl(ratio);
        checks.add(new Check(variant.piece(), variant.kind(), rows.row(variant), 1, outcome));
      } else if (ratio != null && variant.kind() == Kind.PLANT) {
        double planted = 1 / (1 + variant.plantedPercent() / 100);
        var outcome = checkPlant(ratio, planted);
        checks.add(
            new Check(
                variant.piece(),
                variant.kind(),
                rows.row(variant),
                Numbers.rounded(planted),
                outcome));
      }
    }
    checkRounds();
    checkMachine();
    return new Trust(withheld, doubts, checks);
  }

  /** For each piece: a claim about one is not covered by the control of another. */
  private void checkThatThereAre(Kind kind, String name) {
    var pieces = new TreeSet<String>();
    raw.variants().forEach(variant -> pieces.add(variant.piece()));
    for (var variant : raw.variants()) {
      if (variant.kind() == kind && ratio(variant) != null) {
        pieces.remove(variant.piece());
      }
    }
    pieces.forEach(piece -> withheld.add(name + " was not measured, of " + piece + "."));
  }

  private @Nullable Ratio ratio(Variant variant) {
    return variant.baseline() == null
        ? null
        : Rounds.ratio(rounds.rates(variant.id()), rounds.rates(variant.baseline()), bootstrap);
  }

  private Outcome checkControl(Ratio ratio) {
    if (ratio.interval().isEmpty() || isTooShort()) {
      return Outcome.UNDECIDED;
    }
    var interval = ratio.interval().get();
    if (interval.excludes(1)) {
      withheld.add(
          "The control differs: the same code under two names has a ratio of "
              + inWords(ratio)
              + ".");
      return Outcome.NOT_HELD;
    }
    if (interval.high() > WIDEST_CONTROL * interval.low()) {
      doubts.add(
          "The rounds differ so much that nearly any control would hold: a ratio of "
              + inWords(ratio)
              + ".");
      return Outcome.TOO_WIDE;
    }
    return Outcome.HELD;
  }

  private boolean isTooShort() {
    return complete < RoundBootstrap.FEWEST_ROUNDS;
  }

  /**
   * A run is large enough to see the plant if its interval cannot hold both 1 and what was planted.
   */
  private Outcome checkPlant(Ratio ratio, double planted) {
    if (ratio.interval().isEmpty() || isTooShort()) {
      return Outcome.UNDECIDED;
    }
    var interval = ratio.interval().get();
    var was = ", and " + ratioInWords(planted) + " was planted.";
    if (interval.low() > 1) {
      withheld.add("Code with more work seems faster: a ratio of " + inWords(ratio) + was);
    } else if (interval.contains(1) && interval.excludes(planted)) {
      withheld.add(
          "The planted slowdown is not seen, though the run is large enough to see it: a ratio of "
              + inWords(ratio)
              + was);
    } else if (interval.contains(1)) {
      doubts.add(
          "The run is too small, or the machine too noisy, to see the planted slowdown: a ratio of "
              + inWords(ratio)
              + was
              + " Differences of that size do not show.");
    } else if (interval.excludes(planted)) {
      doubts.add(
          "The planted slowdown is seen, but not its size: a ratio of " + inWords(ratio) + was);
    }
    return interval.high() < 1 ? Outcome.SEEN : Outcome.NOT_SEEN;
  }

  private void checkRounds() {
    if (complete < raw.plan().rounds()) {
      doubts.add(
          "Of " + raw.plan().rounds() + " planned rounds " + complete + " are complete so far.");
    }
    if (!raw.plan().interleaved()) {
      withheld.add(
          "Not interleaved: the forks of a variant ran in a row, and what the machine did meanwhile"
              + " looks like a difference of the variants. No interval shows it.");
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
    if (percents.contains(null)) {
      doubts.add(who + " an unknown part of the machine's time: this system does not tell.");
    }
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

  static String ratioInWords(double ratio) {
    return String.format(Locale.ROOT, ratio > 0.9 && ratio < 1.1 ? "%.3f" : "%.2f", ratio);
  }
}
