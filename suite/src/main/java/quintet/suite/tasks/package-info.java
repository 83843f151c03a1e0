/** The piece {@code tasks} put to use: commands as tasks. */
@NullMarked
package quintet.suite.tasks;

import org.jspecify.annotations.NullMarked;
