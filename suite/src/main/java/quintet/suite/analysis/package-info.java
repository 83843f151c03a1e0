/** From what was measured to what follows from it: {@code raw.json} to {@code summary.json}. */
@NullMarked
package quintet.suite.analysis;

import org.jspecify.annotations.NullMarked;
