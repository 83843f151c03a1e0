package quintet.suite.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures every cell once a round, in an order shuffled anew for each round. JMH would run all
 * forks of one benchmark in a row, and whatever else the machine did meanwhile would fall on that
 * benchmark alone.
 */
final class Campaign {

  private final List<List<Cell>> rounds = new ArrayList<>();
  private final Duration estimate;
  private volatile boolean stopped;

  Campaign(List<Cell> cells, int rounds, long seed, Timing timing) {
    var random = new Random(seed);
    for (int i = 0; i < rounds; i++) {
      var order = new ArrayList<>(cells);
      Collections.shuffle(order, random);
      this.rounds.add(order);
    }
    estimate = timing.estimate();
  }

  int forks() {
    return rounds.stream().mapToInt(List::size).sum();
  }

  /** The labels in the order in which they are measured, by round. */
  List<List<String>> order() {
    return rounds.stream().map(round -> round.stream().map(Cell::label).toList()).toList();
  }

  /** How long all of it is expected to take. */
  Duration duration() {
    return estimate.multipliedBy(forks());
  }

  /** Measures all, and says before each fork how much time is left. */
  void run(Forks forks, Ledger ledger, PrintStream progress) throws RunnerException {
    long start = System.nanoTime();
    int done = 0;
    for (int round = 1; round <= rounds.size(); round++) {
      for (var cell : rounds.get(round - 1)) {
        if (stopped) {
          return;
        }
        progress.println(progress(done, round, cell, start));
        ledger.add(cell, round, forks.measure(cell));
        done++;
      }
    }
  }

  private String progress(int done, int round, Cell cell, long start) {
    var each = done == 0 ? estimate : Duration.ofNanos(System.nanoTime() - start).dividedBy(done);
    return String.format(
        Locale.ROOT,
        "[%d/%d] %s left; round %d: %s",
        done + 1,
        forks(),
        inWords(each.multipliedBy(forks() - done)),
        round,
        cell.label());
  }

  static String inWords(Duration duration) {
    return duration.toMinutes() == 0
        ? duration.toSeconds() + " s"
        : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }

  /** Begins no other fork. May be called by any thread. */
  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }
}
