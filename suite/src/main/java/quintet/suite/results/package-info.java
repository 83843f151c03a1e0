/**
 * What a run of {@code quintet bench} leaves behind: what was measured, and what follows from it.
 */
@NullMarked
package quintet.suite.results;

import org.jspecify.annotations.NullMarked;
