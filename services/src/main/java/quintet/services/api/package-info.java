/** An HTTP API that is slow, refuses and fails on demand: the same way each time. */
@NullMarked
package quintet.services.api;

import org.jspecify.annotations.NullMarked;
