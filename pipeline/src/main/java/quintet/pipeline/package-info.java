/** The model {@code pipeline}: stages, each a thread of its own, joined by bounded queues. */
@NullMarked
package quintet.pipeline;

import org.jspecify.annotations.NullMarked;
