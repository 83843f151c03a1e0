/** What the contract tests of every piece of work need. */
@NullMarked
package quintet.workloads.testing;

import org.jspecify.annotations.NullMarked;
