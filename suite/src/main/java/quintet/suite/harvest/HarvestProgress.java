package quintet.suite.harvest;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import quintet.suite.cli.ProgressLine;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Summary;

/** Draws how far a harvest is. Used by one thread at a time, as the line is. */
final class HarvestProgress implements Job.Progress {

  private final ProgressLine line;
  private final OptionalLong toDo;
  private final long start = System.nanoTime();

  /**
   * The time runs from here.
   *
   * @param toDo how many rows there will be, if that is known
   */
  HarvestProgress(ProgressLine line, OptionalLong toDo) {
    this.line = line;
    this.toDo = toDo;
  }

  @Override
  public void written(Summary soFar) {
    var elapsed = Duration.ofNanos(System.nanoTime() - start);
    double part = toDo.isPresent() ? (double) soFar.rows() / toDo.getAsLong() : -1;
    line.show(text(soFar, elapsed, toDo), part);
  }

  static String text(Summary soFar, Duration elapsed, OptionalLong toDo) {
    double perSecond = soFar.rows() / Math.max(1e-9, elapsed.toNanos() / 1e9);
    var text =
        String.format(
            Locale.ROOT, "%,d done, %,d failed, %,.0f/s", soFar.rows(), soFar.failed(), perSecond);
    if (toDo.isEmpty() || soFar.rows() == 0) {
      return text;
    }
    long left = Math.max(0, toDo.getAsLong() - soFar.rows());
    return text + ", " + clock(Math.round(left / perSecond)) + " left";
  }

  private static String clock(long seconds) {
    return seconds < 3_600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
  }
}
