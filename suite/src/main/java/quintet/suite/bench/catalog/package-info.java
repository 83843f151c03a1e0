/** The benchmarks of the piece {@code catalog}: models, ceiling, peers, limits and lessons. */
@NullMarked
package quintet.suite.bench.catalog;

import org.jspecify.annotations.NullMarked;
