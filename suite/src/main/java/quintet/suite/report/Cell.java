package quintet.suite.report;

import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Summary.Comparison;
import quintet.suite.results.Summary.Estimate;
import quintet.suite.results.Summary.Standing;
import quintet.suite.statistics.Interval;

/**
 * One cell of a table, in words.
 *
 * @param detail a smaller second line, such as an interval
 * @param note a third
 * @param faint not to be quoted
 */
record Cell(
    String text,
    @Nullable String detail,
    @Nullable String note,
    @Nullable Mark mark,
    boolean header,
    boolean number,
    boolean faint) {

  static final Cell ABSENT = new Cell(Numbers.ABSENT, null, null, null, false, true, true);

  static Cell name(String text) {
    return new Cell(text, null, null, null, true, false, false);
  }

  static Cell name(String text, Mark mark) {
    return new Cell(text, null, null, mark, true, false, false);
  }

  static Cell words(String text) {
    return new Cell(text, null, null, null, false, false, false);
  }

  static Cell number(String text) {
    return text.equals(Numbers.ABSENT)
        ? ABSENT
        : new Cell(text, null, null, null, false, true, false);
  }

  static Cell number(String text, String interval) {
    return interval.equals(Numbers.ABSENT)
        ? number(text)
        : new Cell(text, interval, null, null, false, true, false);
  }

  static Cell value(@Nullable Estimate estimate, DoubleFunction<String> form) {
    return number(Numbers.value(estimate, form));
  }

  /** The interval alone. */
  static Cell range(@Nullable Estimate estimate, Function<@Nullable Interval, String> form) {
    var text = estimate == null ? Numbers.ABSENT : form.apply(estimate.interval());
    return new Cell(text, null, null, null, false, true, true);
  }

  /** The heading of a column of numbers. */
  static Cell heading(String text) {
    return new Cell(text, null, null, null, true, true, false);
  }

  static Cell heading(String text, Mark mark) {
    return new Cell(text, null, null, mark, true, true, false);
  }

  static Cell workers(int workers) {
    return workers == 0 ? ABSENT : number(Numbers.count(workers));
  }

  /** The same as the name of a line. */
  static Cell nameOfWorkers(int workers) {
    return name(workers == 0 ? Numbers.ABSENT : Numbers.count(workers));
  }

  static Cell ratio(@Nullable Estimate ratio) {
    return ratio == null
        ? ABSENT
        : number(Numbers.ratio(ratio.value()), Numbers.ratios(ratio.interval()));
  }

  /** A ratio that is stated, or one in grey and the reason. */
  static Cell claim(@Nullable Comparison comparison, @Nullable Estimate ofCeiling) {
    if (comparison == null) {
      return ABSENT;
    }
    var words = Claim.of(comparison).words();
    var fraction = ofCeiling == null ? null : Numbers.percent(ofCeiling.value()) + " of ceiling";
    var ratio = number(Numbers.ratio(comparison.ratio()), Numbers.ratios(comparison.interval()));
    return new Cell(
        ratio.text,
        ratio.detail,
        words == null ? fraction : words,
        null,
        false,
        true,
        words != null);
  }

  /** The same, but not to be quoted if that comparison is withheld, since it depends on it. */
  Cell unlessWithheld(@Nullable Comparison comparison) {
    return comparison == null || comparison.standing() != Standing.WITHHELD
        ? this
        : new Cell(text, detail, note, mark, header, number, true);
  }

  /** Whether there was nothing to write. */
  boolean isAbsent() {
    return text.equals(Numbers.ABSENT);
  }
}
