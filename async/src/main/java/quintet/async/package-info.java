/** The model {@code async}: steps are chained by futures, and no thread waits for another. */
@NullMarked
package quintet.async;

import org.jspecify.annotations.NullMarked;
