/** The model {@code sequential}: a loop. The baseline of every comparison, and the oracle. */
@NullMarked
package quintet.sequential;

import org.jspecify.annotations.NullMarked;
