/** Latency under an open load: measured from when a request was due, and never averaged. */
@NullMarked
package quintet.suite.latency;

import org.jspecify.annotations.NullMarked;
