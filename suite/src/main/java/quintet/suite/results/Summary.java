package quintet.suite.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.suite.statistics.Interval;

/**
 * {@code summary.json}: what follows from {@code raw.json}. Every number that a report prints is
 * one of these.
 *
 * @param format of the file; this is 1
 * @param run the name of the run's folder
 * @param rounds that are finished
 * @param confidencePercent of all intervals
 * @param verdict three sentences
 * @param trust whether anything is claimed at all
 * @param groups in each, variants that are compared with one of them
 */
public record Summary(
    int format,
    String run,
    Plan plan,
    int rounds,
    double confidencePercent,
    List<String> verdict,
    Trust trust,
    List<Group> groups) {

  public static final int FORMAT = 1;

  /**
   * Whether the run may be believed: its controls must not differ, its plants must be seen, and the
   * machine must have been its own.
   *
   * @param withheld why every claim is withheld; empty if none is
   * @param doubts what else a reader should know before anything
   * @param checks a control and a plant for each piece
   */
  public record Trust(List<String> withheld, List<String> doubts, List<Check> checks) {

    @JsonIgnore
    public boolean isWithheld() {
      return !withheld.isEmpty();
    }
  }

  /**
   * A question whose answer is known.
   *
   * @param kind CONTROL, the baseline against itself; or PLANT, the baseline with more work
   * @param expected the ratio that is right
   */
  public record Check(String piece, Kind kind, Row row, double expected, Outcome outcome) {}

  /** What became of a check. */
  public enum Outcome {
    HELD("held"),
    NOT_HELD("not held"),
    SEEN("seen"),
    NOT_SEEN("not seen"),
    UNDECIDED("undecided: too few rounds"),
    TOO_WIDE("undecided: the interval is too wide");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * Variants that are compared with one of them.
   *
   * @param kind MODEL, PEER, LIMIT, LESSON or LATENCY
   * @param title such as "entries, one file"
   * @param unit of the rates, in a second; such as "records"
   * @param baseline the name of the row that the others are divided by; null if nothing is compared
   * @param rows the baseline first, then by name and workers
   * @param ceilings one for each number of workers
   * @param scaling one for each name that was measured with several numbers of workers
   */
  public record Group(
      String piece,
      Kind kind,
      String title,
      String unit,
      @Nullable String baseline,
      List<Row> rows,
      List<Row> ceilings,
      List<Scaling> scaling) {}

  /**
   * One variant.
   *
   * @param workers 0 where there is no such thing
   * @param rate units a second; null where only latency is measured
   * @param forks the rate of each fork
   * @param speedUp compared with the baseline; null for the baseline itself
   * @param ceiling the machine's own speed-up with so many workers; null if it was not measured
   * @param ofCeiling the speed-up divided by the ceiling
   * @param allocatedBytes per unit
   * @param cpuNanos per unit, of all threads
   * @param latency null where it is not measured
   * @param rival the fastest model beside this variant; null where no models stand beside it
   * @param timeOverIdeal the ceiling's rate divided by this one's, where the ceiling is what nobody
   *     can exceed: work that waits; null elsewhere
   */
  public record Row(
      String id,
      String name,
      int workers,
      @Nullable Estimate rate,
      List<ForkRate> forks,
      @Nullable Comparison speedUp,
      @Nullable Estimate ceiling,
      @Nullable Estimate ofCeiling,
      @Nullable Estimate allocatedBytes,
      @Nullable Estimate cpuNanos,
      @Nullable Latency latency,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Rival rival,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Estimate timeOverIdeal) {}

  /**
   * The model with the highest rate of those in the same group and with as many workers.
   *
   * @param comparison its rate divided by the variant's
   */
  public record Rival(String name, Comparison comparison) {}

  /** The mean rate of one fork, in units a second. */
  public record ForkRate(int round, double rate) {}

  /**
   * A value and how far it can be trusted.
   *
   * @param interval null if there are too few rounds for one
   */
  public record Estimate(double value, @Nullable Interval interval) {}

  /** What may be said of a ratio. */
  public enum Standing {
    FASTER,
    SLOWER,

    /** The interval includes 1, or there are too few rounds for one. */
    NOT_SUPPORTED,

    /** The interval excludes 1, but the difference is under the threshold. */
    UNDER_THRESHOLD,

    /** The run is not to be believed: see {@link Trust#withheld}. */
    WITHHELD
  }

  /**
   * A ratio of two rates.
   *
   * @param ratio geometric mean of the rounds' ratios
   * @param rounds the ratio in each round
   * @param moreRounds about how many more it takes to state it; null if it is stated, and where
   *     more rounds would not help
   */
  public record Comparison(
      double ratio,
      @Nullable Interval interval,
      Standing standing,
      @Nullable Integer moreRounds,
      List<Double> rounds) {

    @JsonIgnore
    public boolean isStated() {
      return standing == Standing.FASTER || standing == Standing.SLOWER;
    }
  }

  /** In microseconds, each of the requests of all forks; the intervals are over the forks. */
  public record Latency(
      Estimate p50, Estimate p90, Estimate p99, Estimate p999, double maximum, long requests) {

    private static final double FEWEST_BEYOND = 5;
    private static final double BEYOND_P999 = 0.001;

    /** Whether there are requests enough beyond it, or else p99.9 is hardly but the maximum. */
    public boolean knowsP999() {
      return requests * BEYOND_P999 >= FEWEST_BEYOND;
    }
  }

  /**
   * How one name's speed-up grows with the workers.
   *
   * @param refused why nothing is fitted; null if it is
   * @param sigma contention, of the Universal Scalability Law; null if refused
   * @param kappa coherency
   * @param serialFraction of Amdahl's law
   * @param quality R squared of the Universal Scalability Law's fit
   * @param curve the fitted speed-ups, within what was measured
   */
  public record Scaling(
      String name,
      @Nullable String refused,
      @Nullable Estimate sigma,
      @Nullable Estimate kappa,
      @Nullable Estimate serialFraction,
      @Nullable Double quality,
      List<Point> curve) {}

  /** A point of a fitted curve. */
  public record Point(double workers, double speedUp) {}
}
