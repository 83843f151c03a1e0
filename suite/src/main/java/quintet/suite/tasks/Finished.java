package quintet.suite.tasks;

/**
 * How a command ended.
 *
 * @param line the line of input that it was run for
 * @param inTime false if it was ended because it took too long
 * @param exitCode its own
 * @param out what it wrote to standard output, until it was ended
 * @param err and to standard error
 */
record Finished(String line, boolean inTime, int exitCode, Captured out, Captured err) {

  /** Whether it ended by itself, and had nothing to complain of. */
  boolean isWell() {
    return inTime && exitCode == 0;
  }
}
