/** The commands of the piece harvest. */
@NullMarked
package quintet.suite.harvest;

import org.jspecify.annotations.NullMarked;
