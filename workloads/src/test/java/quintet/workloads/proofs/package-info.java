/** What the pieces of work themselves claim of threads, put to the test. */
@NullMarked
package quintet.workloads.proofs;

import org.jspecify.annotations.NullMarked;
