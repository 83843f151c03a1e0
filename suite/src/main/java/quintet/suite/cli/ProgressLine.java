package quintet.suite.cli;

import java.util.Locale;

/**
 * A line on standard error that says how far a long job is. It shows up when the job has taken a
 * second, and is gone when it is closed.
 *
 * <p>It has no thread: the thread that works draws it, ten times a second at most. A thread of its
 * own would take time from the cores that are being compared. So calls must not overlap.
 */
public final class ProgressLine implements AutoCloseable {

  private static final long FIRST_NANOS = 1_000_000_000;
  private static final long AGAIN_NANOS = 100_000_000;
  private static final int BAR_COLUMNS = 24;

  /** A terminal shows Ctrl-C as "^C": if that broke the line, we could not erase it any more. */
  private static final int CTRL_C_COLUMNS = 2;

  private final Terminal terminal;
  private final long start = System.nanoTime();
  private long due = start + FIRST_NANOS;
  private int drawnColumns;

  /** Nothing is drawn yet. */
  public ProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Shows how far the job is, if it is time to.
   *
   * @param what is being done
   * @param part of it that is done, from 0 to 1; anything else if that is unknown
   */
  public void show(String what, double part) {
    long now = System.nanoTime();
    if (terminal.animated() && now - due >= 0) {
      due = now + AGAIN_NANOS;
      draw(line(what, part));
    }
  }

  private void draw(String line) {
    int width = Math.min(line.length(), terminal.columns() - CTRL_C_COLUMNS - 1);
    int leftOver = Math.max(0, drawnColumns - width);
    terminal.err().print("\r" + line.substring(0, width) + " ".repeat(leftOver));
    terminal.err().flush();
    drawnColumns = width;
  }

  static String line(String what, double part) {
    if (!(part >= 0 && part <= 1)) {
      return what;
    }
    int filled = (int) Math.round(part * BAR_COLUMNS);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %%  %s",
        "#".repeat(filled),
        ".".repeat(BAR_COLUMNS - filled),
        100 * part,
        what);
  }

  @Override
  public void close() {
    if (drawnColumns > 0) {
      terminal.eraseLine();
    }
  }
}
