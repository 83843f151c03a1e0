/** The commands, and what they share: input, output, and how a failure is told. */
@NullMarked
package quintet.suite.cli;

import org.jspecify.annotations.NullMarked;
