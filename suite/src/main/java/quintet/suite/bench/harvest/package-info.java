/**
 * The benchmarks of the piece {@code harvest}: our models, other libraries and what the machine
 * could give, all with the same HTTP client against the same API in a process of its own.
 */
@NullMarked
package quintet.suite.bench.harvest;

import org.jspecify.annotations.NullMarked;
