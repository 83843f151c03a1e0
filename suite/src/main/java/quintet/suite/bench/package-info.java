/**
 * The measurement: finds the benchmarks of all pieces, runs them in rounds, keeps what they say.
 */
@NullMarked
package quintet.suite.bench;

import org.jspecify.annotations.NullMarked;
