/**
 * What a proof says about itself. Proofs are jcstress tests; they stand in the module whose claim
 * they test, and the suite's {@code quintet prove} runs them and grades them by these annotations.
 */
@NullMarked
package quintet.workloads.proof;

import org.jspecify.annotations.NullMarked;
