package quintet.suite.proofs;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Follows the harness by what it prints, and shows how far it is.
 *
 * <p>Used by the thread that reads the harness's output, and by others only after that has ended;
 * but for {@link #quiet} and {@link #note}, which any thread may call.
 */
final class Watch {

  /** What {@code -v} prints when a fork has ended. */
  private static final Pattern FORK_ENDED = Pattern.compile("\\.+ \\[[^]]+] (\\S+)");

  /** Printed when the machine is known, before the first fork. */
  private static final String SETTINGS = "  Test configuration:";

  private static final String SUMMARY = "RUN RESULTS:";
  private static final int COLUMNS = 60;

  private final PrintStream err;
  private final boolean animated;
  private final int forksPlanned;
  private final Map<String, Double> seconds = new HashMap<>();
  private final long start = System.nanoTime();
  private long forkStart = start;
  private int forksEnded;
  private boolean summary;
  private volatile long lastLine = start;

  Watch(PrintStream err, boolean animated, int forksPlanned) {
    this.err = err;
    this.animated = animated;
    this.forksPlanned = forksPlanned;
    show("getting to know the machine");
  }

  void read(String line) {
    lastLine = System.nanoTime();
    summary |= line.equals(SUMMARY);
    if (line.equals(SETTINGS)) {
      forkStart = System.nanoTime();
    }
    var fork = FORK_ENDED.matcher(line);
    if (!summary && fork.matches()) {
      long now = System.nanoTime();
      seconds.merge(fork.group(1), (now - forkStart) / 1e9, Double::sum);
      forkStart = now;
      forksEnded++;
      show(progress(now));
    }
  }

  /** For how long the harness has printed nothing. */
  Duration quiet() {
    return Duration.ofNanos(System.nanoTime() - lastLine);
  }

  private String progress(long now) {
    int planned = Math.max(forksPlanned, forksEnded);
    double left = (now - start) / 1e9 / forksEnded * (planned - forksEnded);
    return String.format(
        Locale.ROOT, "%d of %d runs, about %.0f s left", forksEnded, planned, left);
  }

  private void show(String text) {
    if (animated) {
      err.printf("\r%-" + COLUMNS + "s", text);
      err.flush();
    }
  }

  /** Tells what the table at the end cannot. */
  void note(String text) {
    erase();
    err.println("quintet: " + text);
  }

  /** Removes what is shown. */
  void erase() {
    if (animated) {
      err.print("\r" + " ".repeat(COLUMNS) + "\r");
      err.flush();
    }
  }

  /**
   * The time from fork to fork, summed by test: where several run at once, a share of the whole.
   */
  Map<String, Double> seconds() {
    return seconds;
  }
}
