/** The model {@code locks}: threads share state, and locks guard it. */
@NullMarked
package quintet.locks;

import org.jspecify.annotations.NullMarked;
