package quintet.suite.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import quintet.suite.Models;
import quintet.suite.cli.ProgressLine;

/**
 * Plays the same piece under several models, in rounds, and compares answers and times.
 *
 * <p>Every model plays once in every round, in an order drawn for that round: what drifts on the
 * machine falls on all alike, and none always follows the same other one. The first model is the
 * baseline; its first answer is what all others, its own later ones included, must equal.
 *
 * @param <A> what the piece answers
 */
final class Comparison<A> {

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
   * @param oracle the baseline's first answer
   * @param standings one for each model, in order
   * @param warmUpRounds how many there were
   */
  record Result<A>(A oracle, List<Standing> standings, int warmUpRounds) {
    boolean agreed() {
      return standings.stream().allMatch(standing -> standing.disagreement() == null);
    }
  }

  private final Piece<A> piece;
  private final List<Models> models;
  private final List<Standing> standings;
  private final Plan plan;
  private final ProgressLine line;

  private String phase = "";

  /** How far the play is, or how far the last one came. */
  private long reached;

  /** How far the first play came: where the piece does not know the whole, that is it. */
  private long usual = -1;

  Comparison(Piece<A> piece, List<Models> models, Plan plan, ProgressLine line) {
    this.piece = piece;
    this.models = List.copyOf(models);
    this.plan = plan;
    this.line = line;
    standings = models.stream().map(model -> new Standing(model.label())).toList();
  }

  /**
   * Runs it all, on this thread and those of the models.
   *
   * @throws IOException if the baseline cannot read the input; likewise a MarcException
   */
  Result<A> run() throws IOException, InterruptedException {
    var oracle = first();
    int warmUpRounds = warmUp(oracle);
    var random = new Random(plan.seed());
    for (int round = 1; round <= plan.rounds(); round++) {
      playRound("round " + round + " of " + plan.rounds(), shuffled(random), oracle, true);
    }
    for (int i = 0; i < models.size(); i++) {
      countThreads(i);
    }
    return new Result<>(oracle, standings, warmUpRounds);
  }

  private A first() throws IOException, InterruptedException {
    phase = standings.getFirst().name() + " plays it first";
    long start = System.nanoTime();
    var oracle = piece.play(models.getFirst(), this::show);
    long nanos = System.nanoTime() - start;
    usual = reached;
    if (piece.isBaselineOnce()) {
      standings.getFirst().addRound(nanos);
    }
    return oracle;
  }

  private int warmUp(A oracle) throws IOException, InterruptedException {
    var order = shuffled(new Random(plan.seed()));
    if (plan.warmUp().isZero() || order.isEmpty()) {
      return 0;
    }
    long start = System.nanoTime();
    int rounds = 0;
    while (rounds < LEAST_WARM_UP_ROUNDS
        || (rounds < MOST_WARM_UP_ROUNDS && System.nanoTime() - start < plan.warmUp().toNanos())) {
      rounds++;
      playRound("warm-up " + rounds, order, oracle, false);
    }
    return rounds;
  }

  private List<Integer> shuffled(Random random) {
    var order = new ArrayList<Integer>();
    for (int i = piece.isBaselineOnce() ? 1 : 0; i < models.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    return order;
  }

  private void playRound(String name, List<Integer> order, A oracle, boolean timed)
      throws InterruptedException {
    for (int i : order) {
      var standing = standings.get(i);
      if (standing.disagreement() == null) {
        phase = name + ", " + standing.name();
        play(models.get(i), standing, oracle, timed);
      }
    }
  }

  private void play(Models model, Standing standing, A oracle, boolean timed)
      throws InterruptedException {
    try {
      long start = System.nanoTime();
      var answer = piece.play(model, this::show);
      long nanos = System.nanoTime() - start;
      var difference = piece.difference(answer, oracle);
      if (difference != null) {
        standing.disagree(phase + ": " + difference);
      } else if (timed) {
        standing.addRound(nanos);
      }
    } catch (IOException | RuntimeException e) {
      // The baseline could do it all, so this is a different answer and not bad input.
      standing.disagree(phase + ": " + e);
    }
  }

  private void countThreads(int i) throws IOException, InterruptedException {
    var standing = standings.get(i);
    if (standing.disagreement() == null) {
      phase = "counting threads, " + standing.name();
      standing.setThreads(piece.threads(models.get(i), this::show));
    }
  }

  private void show(long done, long whole) {
    reached = done;
    long expected = whole > 0 ? whole : usual;
    line.show(phase, expected > 0 ? (double) done / expected : -1);
  }
}
