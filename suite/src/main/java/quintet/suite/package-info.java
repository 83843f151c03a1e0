/** What spans the models: the {@code quintet} command and what it runs. */
@NullMarked
package quintet.suite;

import org.jspecify.annotations.NullMarked;
