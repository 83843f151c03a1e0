/**
 * What the benchmarks of every piece are made with. The pieces have packages of their own beside
 * this one; whoever runs them finds them through {@link quintet.suite.bench.kit.Contest}, and knows
 * none by name.
 */
@NullMarked
package quintet.suite.bench.kit;

import org.jspecify.annotations.NullMarked;
