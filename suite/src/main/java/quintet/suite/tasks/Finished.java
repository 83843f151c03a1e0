package quintet.suite.tasks;

/**
 * How a command ended.
 *
 * @param line the line of input that it was run for
 * @param exitCode its own
 * @param out what it wrote to standard output
 * @param err and to standard error
 */
record Finished(String line, int exitCode, Captured out, Captured err) {}
