package quintet.suite.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.Job;
import quintet.workloads.catalog.Summary;
import quintet.workloads.catalog.Work;

/**
 * Runs the same job under several models, in rounds, and compares answers and times.
 *
 * <p>Every model runs once in every round, in an order drawn for that round: what drifts on the
 * machine falls on all alike, and none always follows the same other one. The first entrant is the
 * baseline; its first answer is what all others, its own later ones included, must equal.
 *
 * @param <T> the type of the results
 */
final class Comparison<T> {

  /** The compilers need some runs even where the time is long since up. */
  private static final int LEAST_WARM_UP_ROUNDS = 2;

  /** Enough for a job of a millisecond. */
  private static final int MOST_WARM_UP_ROUNDS = 1_000;

  /**
   * How much is run.
   *
   * @param rounds timed runs of each model
   * @param seed of the order in each round
   * @param warmUp for how long the models run before anything is timed
   */
  record Plan(int rounds, long seed, Duration warmUp) {}

  /**
   * What came out.
   *
   * @param summary of the baseline
   * @param standings one for each entrant, in order
   * @param warmUpRounds how many there were
   */
  record Result(Summary summary, List<Standing> standings, int warmUpRounds) {
    boolean agreed() {
      return standings.stream().allMatch(standing -> standing.disagreement() == null);
    }
  }

  private final Job<T> job;
  private final List<Entrant> entrants;
  private final List<Standing> standings;
  private final Plan plan;
  private final ProgressLine progress;

  private String phase = "";
  private long expectedBytes = -1;

  Comparison(Job<T> job, List<Entrant> entrants, Plan plan, ProgressLine progress) {
    this.job = job;
    this.entrants = List.copyOf(entrants);
    this.plan = plan;
    this.progress = progress;
    standings = entrants.stream().map(entrant -> new Standing(entrant.name())).toList();
  }

  /**
   * Runs it all, on this thread and those of the models.
   *
   * @throws IOException if the baseline cannot read the input; likewise a MarcException
   */
  Result run() throws IOException, InterruptedException {
    var baseline = entrants.getFirst();
    phase = baseline.name() + " reads it first";
    var oracle = run(baseline.catalog(), job.work());
    expectedBytes = oracle.bytes();
    int warmUpRounds = warmUp(oracle);
    var random = new Random(plan.seed());
    for (int round = 1; round <= plan.rounds(); round++) {
      playRound("round " + round + " of " + plan.rounds(), shuffled(random), oracle, true);
    }
    for (int i = 0; i < entrants.size(); i++) {
      countThreads(i);
    }
    return new Result(oracle, standings, warmUpRounds);
  }

  private int warmUp(Summary oracle) throws IOException, InterruptedException {
    long start = System.nanoTime();
    int rounds = 0;
    if (plan.warmUp().isZero()) {
      return rounds;
    }
    var inOrder = shuffled(new Random(plan.seed()));
    while (rounds < LEAST_WARM_UP_ROUNDS
        || (rounds < MOST_WARM_UP_ROUNDS && System.nanoTime() - start < plan.warmUp().toNanos())) {
      rounds++;
      playRound("warm-up " + rounds, inOrder, oracle, false);
    }
    return rounds;
  }

  private List<Integer> shuffled(Random random) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < entrants.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    return order;
  }

  private void playRound(String name, List<Integer> order, Summary oracle, boolean timed)
      throws IOException, InterruptedException {
    for (int i : order) {
      var standing = standings.get(i);
      if (standing.disagreement() == null) {
        phase = name + ", " + standing.name();
        play(entrants.get(i).catalog(), standing, oracle, timed);
      }
    }
  }

  private void play(Catalog catalog, Standing standing, Summary oracle, boolean timed)
      throws IOException, InterruptedException {
    try {
      long start = System.nanoTime();
      var summary = run(catalog, job.work());
      long nanos = System.nanoTime() - start;
      if (!summary.agreesWith(oracle)) {
        standing.disagree(phase + ": " + difference(summary, oracle));
      } else if (timed) {
        standing.addRound(nanos);
      }
    } catch (IOException | RuntimeException e) {
      // The baseline could read it all, so this is a different answer and not bad input.
      standing.disagree(phase + ": " + e);
    }
  }

  /**
   * After the timed rounds, so that looking on costs them nothing: a second kind of work would also
   * make the call of the work harder to compile well.
   */
  private void countThreads(int i) throws IOException, InterruptedException {
    var standing = standings.get(i);
    if (standing.disagreement() == null) {
      phase = "counting threads, " + standing.name();
      Set<Thread> seen = ConcurrentHashMap.newKeySet();
      var work = job.work();
      run(
          entrants.get(i).catalog(),
          record -> {
            seen.add(Thread.currentThread());
            return work.on(record);
          });
      standing.setThreads(seen.size());
    }
  }

  private Summary run(Catalog catalog, Work<T> work) throws IOException, InterruptedException {
    var watched = new Job<>(job.sources(), work, job.mode(), job.blockBytes(), this::delivered);
    return catalog.run(watched, result -> {});
  }

  private void delivered(long records, long bytes) {
    progress.show(phase, expectedBytes > 0 ? (double) bytes / expectedBytes : -1);
  }

  /** Everything in which the two differ. */
  static String difference(Summary summary, Summary oracle) {
    var parts = new ArrayList<String>();
    differ(parts, "records", summary.records(), oracle.records());
    differ(parts, "results", summary.results(), oracle.results());
    differ(parts, "bytes", summary.bytes(), oracle.bytes());
    differ(parts, "skipped", summary.skipped(), oracle.skipped());
    differ(parts, "recovered", summary.recovered(), oracle.recovered());
    if (parts.isEmpty()) {
      parts.add("as many results, but others or in another order");
    }
    return String.join("; ", parts);
  }

  private static void differ(List<String> parts, String what, Object found, Object expected) {
    if (!found.equals(expected)) {
      parts.add(what + " " + found + " instead of " + expected);
    }
  }
}
