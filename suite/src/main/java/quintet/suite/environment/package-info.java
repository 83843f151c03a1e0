/** What a measurement depends on, beside the program: the machine, its load, the JVM, the build. */
@NullMarked
package quintet.suite.environment;

import org.jspecify.annotations.NullMarked;
