@NullMarked
package quintet.suite.cli;

import org.jspecify.annotations.NullMarked;
