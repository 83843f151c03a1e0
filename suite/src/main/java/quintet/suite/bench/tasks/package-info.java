/**
 * The benchmarks of the piece {@code tasks}: a loop, other libraries, textbook forms, and what the
 * machine could give, all on the same kernel.
 */
@NullMarked
package quintet.suite.bench.tasks;

import org.jspecify.annotations.NullMarked;
