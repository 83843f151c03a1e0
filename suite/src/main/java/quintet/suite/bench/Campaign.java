package quintet.suite.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;
import quintet.suite.bench.Schedule.Turn;
import quintet.suite.environment.LoadMeter;
import quintet.suite.results.Fork;
import quintet.suite.results.Variant;

/**
 * Measures the turns of a schedule one after the other, as far as they are not measured yet and the
 * budget allows. Confined to one thread, but for {@link #stop}.
 */
final class Campaign {

  private final Schedule schedule;
  private final Budget budget;
  private final Recording recording;
  private final Duration estimate;
  private final Progress progress;
  private final long startNanos = System.nanoTime();
  private final int roundsBefore;
  private int measured;
  private volatile boolean stopped;
  private boolean finished;

  /** Told before each fork, and when the last is done. */
  interface Progress {
    void show(String line, double part);
  }

  /** Measures a variant once, in a virtual machine of its own. */
  interface Fresh {
    Forks.Found measure(Variant variant) throws RunnerException, IOException;
  }

  Campaign(
      Schedule schedule, Budget budget, Recording recording, Duration estimate, Progress progress) {
    this.schedule = schedule;
    this.budget = budget;
    this.recording = recording;
    this.estimate = estimate;
    this.progress = progress;
    roundsBefore = recording.rounds();
  }

  /** How many rounds there will be, as far as can be told. */
  int rounds() {
    int wanted = budget.rounds(each().multipliedBy(schedule.variants().size()));
    return budget instanceof Budget.Minutes ? roundsBefore + wanted : wanted;
  }

  /** How many forks are still to be run, as far as can be told. */
  int forks() {
    return (int) schedule.rounds(rounds()).stream().filter(turn -> !recording.has(turn)).count();
  }

  /** How long that is expected to take. */
  Duration duration() {
    return estimate.multipliedBy(forks());
  }

  /**
   * Measures until all is done or {@link #stop} is called.
   *
   * @throws RunnerException if a fork fails, because it was stopped too
   */
  void run(Fresh forks, LoadMeter meter) throws RunnerException, IOException {
    if (schedule.blocks()) {
      for (var turn : schedule.rounds(rounds())) {
        measure(turn, forks, meter);
      }
    } else {
      runRounds(forks, meter);
    }
    if (!stopped) {
      finished = true;
      recording.end();
    }
  }

  private void runRounds(Fresh forks, LoadMeter meter) throws RunnerException, IOException {
    int begun = 0;
    for (int round = 1; budget.allowsAnother(begun, elapsed()) && !stopped; round++) {
      int before = measured;
      for (var turn : schedule.round(round)) {
        measure(turn, forks, meter);
      }
      begun += budget instanceof Budget.Rounds || measured > before ? 1 : 0;
    }
  }

  private void measure(Turn turn, Fresh forks, LoadMeter meter)
      throws RunnerException, IOException {
    if (stopped || recording.has(turn)) {
      return;
    }
    int left = forks();
    progress.show(
        String.format(
            Locale.ROOT,
            "%s left; round %d: %s",
            inWords(each().multipliedBy(Math.max(1, left))),
            turn.round(),
            turn.variant().id()),
        (double) measured / (measured + Math.max(1, left)));
    var begin = Instant.now();
    var _ = meter.sinceLastSample();
    var found = forks.measure(turn.variant());
    var readings = Readings.of(found.result(), turn.variant().unit());
    var meanwhile = meter.sinceLastSample();
    recording.add(
        new Fork(
            turn.variant().id(),
            turn.round(),
            seconds(Duration.between(Instant.parse(recording.plan().startedAt()), begin)),
            readings.rates(),
            readings.allocatedBytes(),
            readings.cpuNanos(),
            found.latencies(),
            meanwhile.stealPercent(),
            meanwhile.othersPercent()),
        found.result());
    measured++;
  }

  private Duration each() {
    return measured == 0 ? estimate : elapsed().dividedBy(measured);
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  private static double seconds(Duration duration) {
    return Math.round(duration.toMillis() / 100.0) / 10.0;
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

  /** Whether nothing is left to be measured. */
  boolean isFinished() {
    return finished;
  }

  boolean isStopped() {
    return stopped;
  }
}
