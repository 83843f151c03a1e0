/**
 * Runs the proofs of all modules and grades them: {@code quintet prove}.
 *
 * <pre>
 *   Proofs   --which--> ProofRun --starts--> Harness (a process) --outcomes--> Grading --> ProofTable
 *   (class path)        (folder, progress)   (jcstress, forks)                 (pure)
 * </pre>
 */
@NullMarked
package quintet.suite.proofs;

import org.jspecify.annotations.NullMarked;
