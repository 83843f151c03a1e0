/** {@code quintet run}: the models side by side on every piece of work, to compare and to show. */
@NullMarked
package quintet.suite.run;

import org.jspecify.annotations.NullMarked;
