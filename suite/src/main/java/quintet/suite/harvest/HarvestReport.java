package quintet.suite.harvest;

import java.time.Duration;
import java.util.Locale;
import quintet.suite.cli.Terminal;
import quintet.workloads.harvest.Sheet;
import quintet.workloads.harvest.Summary;

/**
 * Tells what a harvest did.
 *
 * @param output the CSV, as the user calls it
 */
record HarvestReport(Terminal terminal, String output) {

  /** At its end: two lines on standard output. */
  void ended(Summary summary, Duration elapsed, Sheet sheet) {
    terminal.out().println(account(summary, elapsed));
    terminal.out().println(rowsOf(sheet) + ".");
  }

  /** When it was interrupted. */
  void interrupted(Sheet sheet) {
    terminal.note(rowsOf(sheet) + "; --resume goes on with it");
  }

  private static String account(Summary summary, Duration elapsed) {
    double seconds = Math.max(1e-9, elapsed.toNanos() / 1e9);
    return String.format(
        Locale.ROOT,
        "%,d ok, %,d failed, %,d retried%s; %,d tries in %,.1f s, %,.0f addresses/s.",
        summary.ok(),
        summary.failed(),
        summary.retried(),
        summary.skipped() == 0
            ? ""
            : String.format(Locale.ROOT, ", %,d skipped", summary.skipped()),
        summary.tries(),
        seconds,
        summary.rows() / seconds);
  }

  private String rowsOf(Sheet sheet) {
    var rows = sheet.rows() == 1 ? "row" : "rows";
    return String.format(Locale.ROOT, "%s: %,d %s", output, sheet.rows(), rows);
  }
}
