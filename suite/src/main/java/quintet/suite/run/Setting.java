package quintet.suite.run;

import java.nio.file.Path;
import java.util.List;
import quintet.suite.cli.Terminal;
import quintet.workloads.Staff;

/**
 * What every piece is told, whichever it is.
 *
 * @param terminal to say that something takes its time
 * @param home the project's folder, where generated input is kept
 * @param staff of every model
 * @param staffOptions those of {@code --workers} and {@code --threads} that the user has given: a
 *     piece may have options that contradict them
 * @param seed of generated input
 */
record Setting(Terminal terminal, Path home, Staff staff, List<String> staffOptions, long seed) {}
