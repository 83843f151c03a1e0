package quintet.suite.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import quintet.suite.results.Bound;
import quintet.suite.results.Fork;
import quintet.suite.results.Kind;
import quintet.suite.results.Plan;
import quintet.suite.results.RawRun;
import quintet.suite.results.Variant;

/** Makes raw data with known properties. */
public final class Recorded {

  public static final String SEQUENTIAL = "catalog/model/entries/sequential@1";
  public static final String PIPELINE = "catalog/model/entries/pipeline@2";
  public static final String CONTROL = "catalog/control/entries/sequential-again@1";
  public static final String PLANT = "catalog/plant/entries/sequential+5@1";

  /** Noise of one percent or so, the same in every test. */
  private static final double[] NOISE = {
    0.004, -0.009, 0.011, -0.003, 0.007, -0.012, 0.002, 0.009, -0.006, -0.001, 0.013, -0.008
  };

  private final List<Variant> variants = new ArrayList<>();
  private final List<Fork> forks = new ArrayList<>();
  private final int rounds;
  private boolean interleaved = true;
  private Bound bound = Bound.CORES;

  /** Nothing yet. */
  public Recorded(int rounds) {
    this.rounds = rounds;
  }

  /** A baseline, a model that is 1.8 times as fast, a control and a plant: all is well. */
  public static Recorded healthy(int rounds) {
    return new Recorded(rounds)
        .add(SEQUENTIAL, Kind.MODEL, "sequential", 1, null, noisy(1000, 0))
        .add(PIPELINE, Kind.MODEL, "pipeline", 2, SEQUENTIAL, noisy(1800, 3))
        .add("catalog/ceiling/entries/ceiling@1", Kind.CEILING, "ceiling", 1, null, noisy(1100, 5))
        .add(
            "catalog/ceiling/entries/ceiling@2",
            Kind.CEILING,
            "ceiling",
            2,
            "catalog/ceiling/entries/ceiling@1",
            noisy(2090, 7))
        .add(CONTROL, Kind.CONTROL, "sequential again", 1, SEQUENTIAL, noisy(1000, 4))
        .add(PLANT, Kind.PLANT, "sequential +5 %", 1, SEQUENTIAL, noisy(1000 / 1.05, 8));
  }

  /** That rate with the usual noise, which begins elsewhere for each variant. */
  public static ToDoubleFunction<Integer> noisy(double rate, int begin) {
    return round -> rate * (1 + NOISE[(begin + round) % NOISE.length]);
  }

  /** Adds a variant, or replaces one of that id. */
  public Recorded add(
      String id,
      Kind kind,
      String name,
      int workers,
      @Nullable String baseline,
      ToDoubleFunction<Integer> rate) {
    variants.removeIf(variant -> variant.id().equals(id));
    forks.removeIf(fork -> fork.variant().equals(id));
    double planted = kind == Kind.PLANT ? 5 : 0;
    variants.add(
        new Variant(
            id, "catalog", kind, "entries", name, workers, bound, baseline, "records", planted,
            "B.run", Map.of()));
    for (int round = 1; round <= rounds; round++) {
      double mean = rate.applyAsDouble(round);
      forks.add(
          new Fork(
              id,
              round,
              round,
              List.of(0.99 * mean, 1.01 * mean),
              List.of(10.0, 12.0),
              List.of(500.0),
              null,
              0.0,
              0.0));
    }
    return this;
  }

  /** Takes away what was measured of a variant in a round. */
  public Recorded without(String id, int round) {
    forks.removeIf(fork -> fork.variant().equals(id) && fork.round() == round);
    return this;
  }

  /** What is added from now on counts calls in flight. */
  public Recorded waiting() {
    bound = Bound.CALLS;
    return this;
  }

  /** Lets other processes use so much of the machine during the first forks. */
  Recorded disturbed(int first, double percent) {
    for (int i = 0; i < first; i++) {
      var fork = forks.get(i);
      forks.set(
          i,
          new Fork(
              fork.variant(),
              fork.round(),
              fork.startedSeconds(),
              fork.rates(),
              fork.allocatedBytes(),
              fork.cpuNanos(),
              fork.latencies(),
              fork.stolenPercent(),
              percent));
    }
    return this;
  }

  public Recorded inBlocks() {
    interleaved = false;
    return this;
  }

  public RawRun raw() {
    var plan =
        new Plan(
            "recorded",
            "./quintet bench",
            "2026-11-20T08:00:00Z",
            "standard",
            rounds,
            42,
            interleaved,
            3,
            5,
            500,
            "COMPILER",
            2);
    return new RawRun(RawRun.FORMAT, plan, variants, forks);
  }
}
