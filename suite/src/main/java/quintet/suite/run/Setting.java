package quintet.suite.run;

import java.nio.file.Path;
import quintet.suite.cli.Terminal;
import quintet.workloads.Staff;

/**
 * What every piece is told, whichever it is.
 *
 * @param terminal to say that something takes its time
 * @param home the project's folder, where generated input is kept
 * @param staff of every model
 * @param seed of generated input
 */
record Setting(Terminal terminal, Path home, Staff staff, long seed) {}
