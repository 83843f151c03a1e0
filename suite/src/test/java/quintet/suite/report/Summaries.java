package quintet.suite.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import quintet.suite.Models;
import quintet.suite.results.Kind;
import quintet.suite.results.Plan;
import quintet.suite.results.Summary;
import quintet.suite.results.Summary.Check;
import quintet.suite.results.Summary.Comparison;
import quintet.suite.results.Summary.Estimate;
import quintet.suite.results.Summary.ForkRate;
import quintet.suite.results.Summary.Group;
import quintet.suite.results.Summary.Latency;
import quintet.suite.results.Summary.Outcome;
import quintet.suite.results.Summary.Point;
import quintet.suite.results.Summary.Row;
import quintet.suite.results.Summary.Scaling;
import quintet.suite.results.Summary.Standing;
import quintet.suite.results.Summary.Trust;
import quintet.suite.statistics.Interval;

/** Summaries as runs could have left them; the numbers are made up, and always the same. */
final class Summaries {

  static final String SEQUENTIAL = "sequential";
  private static final double PLANTED = 0.95;
  private static final double THRESHOLD_PERCENT = 2;
  private static final double CONFIDENCE_PERCENT = 99;
  private static final double SPREAD = 0.006;

  private final SplittableRandom random = new SplittableRandom(7);
  private final int cores;
  private final int rounds;
  private final boolean withIntervals;
  private final boolean withheld;

  private Summaries(int cores, int rounds, boolean withIntervals, boolean withheld) {
    this.cores = cores;
    this.rounds = rounds;
    this.withIntervals = withIntervals;
    this.withheld = withheld;
  }

  /** A whole run on two cores: models, peers, limits, lessons and latency. */
  static Summary standard() {
    var it = new Summaries(2, 12, true, false);
    return it.summary(
        "20261120-081500",
        List.of(
            "On one file, the fastest model is locks with 2 workers: 2.00x (1.98 to 2.01).",
            "That is 102 % of what this machine can give to two threads.",
            "Four workers on two cores are not faster than two."),
        List.of("The hypervisor took 2.1 % of the processor time in round 3."),
        List.of(
            it.models("entries, one file", 512_345, List.of(1, 2, 4)),
            it.models("titles, one file", 1_683_210, List.of(1, 2, 4)),
            it.peers(),
            it.limits(),
            it.lessons(),
            it.latencies()));
  }

  /** The same, but its control differed. */
  static Summary withheld() {
    var it = new Summaries(2, 12, true, true);
    return it.summary(
        "20261120-093000",
        List.of(
            "This run claims nothing.",
            "The baseline differed from itself, so that nothing else can be trusted.",
            "Close what else runs on the machine and measure again."),
        List.of(),
        List.of(it.models("entries, one file", 512_345, List.of(1, 2, 4)), it.peers()));
  }

  /** Two rounds, for a first look. */
  static Summary quick() {
    var it = new Summaries(2, 2, false, false);
    return it.summary(
        "20261120-100000",
        List.of(
            "This run supports no claim.",
            "It has 2 rounds, which are too few for an interval.",
            "A standard run has enough."),
        List.of("A run of depth quick shows that everything works, and no more."),
        List.of(it.models("titles, one file", 1_683_210, List.of(1, 2))));
  }

  /** Something is compared that is no number of workers. */
  static Summary withoutWorkers() {
    var it = new Summaries(2, 12, true, false);
    return it.summary(
        "20261120-110000",
        List.of("Two threads are faster than one."),
        List.of(),
        List.of(
            new Group(
                "tasks",
                Kind.MODEL,
                "processes",
                "tasks",
                "one thread",
                List.of(
                    it.row("one thread", 0, 101, null, null),
                    it.row("two threads", 0, 198, 101.0, null)),
                List.of(),
                List.of())));
  }

  /** Sixteen cores, with fitted curves. */
  static Summary large() {
    var it = new Summaries(16, 12, true, false);
    var workers = List.of(1, 2, 4, 8, 16, 32);
    return it.summary(
        "20261119-220000",
        List.of(
            "On 16 files, the fastest model is locks with 16 workers.",
            "On one file the reader is the limit from 8 workers on.",
            "32 workers on 16 cores are not faster than 16."),
        List.of(),
        List.of(
            it.models("entries, one file", 688_120, workers),
            it.models("entries, 16 files", 687_450, workers)));
  }

  static List<Fact> environment(int cores) {
    return List.of(
        new Fact("Processor", "A processor of no name, " + cores + " physical cores, 2.6 GHz"),
        new Fact("Memory", "24 GiB"),
        new Fact("System", "Linux 6.1 amd64"),
        new Fact("JDK", "25.0.3+9-LTS"),
        new Fact("Flags", "-Xms2g -Xmx2g -XX:+UseParallelGC"),
        new Fact("Power", "not visible: a virtual machine"));
  }

  static Machine machine(Summary summary, int cores) {
    return new Machine(summary, environment(cores), cores);
  }

  static byte[] raw() {
    return "{\"format\":1,\"forks\":[]}".getBytes(StandardCharsets.UTF_8);
  }

  static ReportPage page(Summary summary) {
    int cores = summary.run().equals(large().run()) ? 16 : 2;
    return ReportPage.of(summary, environment(cores), cores, raw());
  }

  private Summary summary(
      String run, List<String> verdict, List<String> doubts, List<Group> groups) {
    var why =
        withheld
            ? List.of("The control differs from its baseline: 1.04x (1.02 to 1.06).")
            : List.<String>of();
    var plan =
        new Plan(
            run,
            "./quintet bench --standard --seed 7",
            "2026-11-20T08:15:00Z",
            rounds > 2 ? "standard" : "quick",
            rounds,
            7,
            true,
            3,
            5,
            400,
            "COMPILER",
            THRESHOLD_PERCENT);
    var control = row("control", 1, 512_345 * (withheld ? 1.04 : 1.001), 512_345.0, null);
    var plant = row("plant", 1, 512_345 * PLANTED, 512_345.0, null);
    return new Summary(
        Summary.FORMAT,
        run,
        plan,
        rounds,
        CONFIDENCE_PERCENT,
        verdict,
        new Trust(
            why,
            doubts,
            List.of(
                new Check(
                    "catalog",
                    Kind.CONTROL,
                    control,
                    1,
                    rounds < 5 ? Outcome.UNDECIDED : withheld ? Outcome.NOT_HELD : Outcome.HELD),
                new Check(
                    "catalog",
                    Kind.PLANT,
                    plant,
                    PLANTED,
                    rounds < 5 ? Outcome.UNDECIDED : Outcome.SEEN))),
        groups);
  }

  private Group models(String title, double rate, List<Integer> workers) {
    var rows = new ArrayList<Row>();
    var ceilings = new ArrayList<Row>();
    var scaling = new ArrayList<Scaling>();
    rows.add(row(SEQUENTIAL, 1, rate, null, null));
    for (var model : Models.labels().stream().skip(1).sorted().toList()) {
      double best = 0.90 + 0.03 * Models.labels().indexOf(model);
      for (int count : workers) {
        double ceiling = ceiling(count);
        rows.add(row(model, count, rate * Math.max(0.985, ceiling * best), rate, ceiling));
      }
      scaling.add(scaling(model, best, workers));
    }
    workers.forEach(
        count -> ceilings.add(row("ceiling", count, rate * ceiling(count), null, null)));
    return new Group("catalog", Kind.MODEL, title, "records", SEQUENTIAL, rows, ceilings, scaling);
  }

  private double ceiling(int workers) {
    double used = Math.min(workers, cores);
    return used / (1 + 0.02 * (used - 1) + 0.0012 * used * (used - 1));
  }

  private Scaling scaling(String model, double best, List<Integer> workers) {
    if (cores < 4) {
      return new Scaling(
          model, "2 cores give 2 points, and a curve needs 4", null, null, null, null, List.of());
    }
    var curve =
        IntStream.rangeClosed(4, workers.getLast() * 4)
            .mapToObj(quarter -> new Point(quarter / 4.0, best * fit(quarter / 4.0)))
            .toList();
    return new Scaling(
        model,
        null,
        new Estimate(0.0214, new Interval(0.0188, 0.0241)),
        new Estimate(0.00131, new Interval(0.00112, 0.00149)),
        new Estimate(0.0462, new Interval(0.0431, 0.0497)),
        0.9971,
        curve);
  }

  private static double fit(double workers) {
    return workers / (1 + 0.02 * (workers - 1) + 0.0015 * workers * (workers - 1));
  }

  private Group peers() {
    return new Group(
        "catalog",
        Kind.PEER,
        "parsers, entries",
        "records",
        "marc4j",
        List.of(
            row("marc4j", 0, 47_520, null, null),
            row("metafacture", 0, 471_300, 47_520.0, null),
            row("quintet", 0, 512_900, 47_520.0, null)),
        List.of(),
        List.of());
  }

  private Group limits() {
    return new Group(
        "catalog",
        Kind.LIMIT,
        "one thread",
        "records",
        null,
        List.of(
            row("framing", 0, 4_012_000, null, null),
            row("memory read", 0, 5_870_000, null, null),
            row("page cache read", 0, 7_410_000, null, null)),
        List.of(),
        List.of());
  }

  private Group lessons() {
    return new Group(
        "catalog",
        Kind.LESSON,
        "titles, designs left out",
        "records",
        SEQUENTIAL,
        List.of(
            row(SEQUENTIAL, 1, 1_683_210, null, null),
            row("queue hop per record", 2, 1_012_000, 1_683_210.0, null),
            row("virtual thread per record", 2, 1_450_000, 1_683_210.0, null),
            row("unbounded queue", 2, 1_688_000, 1_683_210.0, null)),
        List.of(),
        List.of());
  }

  private Group latencies() {
    var rows = new ArrayList<Row>();
    for (var model : Models.labels()) {
      double middle = 210 + 35 * Models.labels().indexOf(model);
      var latency =
          new Latency(
              about(middle),
              about(middle * 1.4),
              about(middle * 4.1),
              about(middle * 22),
              middle * 61.3,
              240_000);
      rows.add(
          new Row(
              "latency-" + model,
              model,
              2,
              null,
              List.of(),
              null,
              null,
              null,
              null,
              null,
              latency,
              null,
              null));
    }
    return new Group(
        "catalog",
        Kind.LATENCY,
        "one request, 4,000 a second",
        "requests",
        null,
        rows,
        List.of(),
        List.of());
  }

  private Row row(
      String name, int workers, double rate, @Nullable Double baseline, @Nullable Double ceiling) {
    var forks = new ArrayList<ForkRate>();
    var ratios = new ArrayList<Double>();
    for (int round = 1; round <= rounds; round++) {
      double measured = rate * (1 + SPREAD * (random.nextDouble() + random.nextDouble() - 1));
      forks.add(new ForkRate(round, measured));
      if (baseline != null) {
        ratios.add(measured / baseline);
      }
    }
    double mean = forks.stream().mapToDouble(ForkRate::rate).average().orElseThrow();
    var speedUp = baseline == null ? null : comparison(mean / baseline, ratios);
    return new Row(
        name + "-" + workers,
        name,
        workers,
        about(mean),
        forks,
        speedUp,
        ceiling == null ? null : about(ceiling),
        ceiling == null || speedUp == null ? null : about(speedUp.ratio() / ceiling),
        about(1_671 + 40 * workers),
        about(1_750 + 90 * workers),
        null,
        null,
        null);
  }

  private Comparison comparison(double ratio, List<Double> ratios) {
    var estimate = about(ratio);
    var interval = estimate.interval();
    Standing standing;
    Integer more = null;
    if (withheld) {
      standing = Standing.WITHHELD;
    } else if (interval == null || (interval.low() <= 1 && interval.high() >= 1)) {
      standing = Standing.NOT_SUPPORTED;
      more = 14;
    } else if (Math.abs(ratio - 1) < THRESHOLD_PERCENT / 100) {
      standing = Standing.UNDER_THRESHOLD;
    } else {
      standing = ratio > 1 ? Standing.FASTER : Standing.SLOWER;
    }
    return new Comparison(ratio, interval, standing, more, ratios);
  }

  private Estimate about(double value) {
    double half = value * (0.004 + 0.006 * random.nextDouble());
    return new Estimate(value, withIntervals ? new Interval(value - half, value + half) : null);
  }
}
