/**
 * What the model {@code locks} claims of its threads, put to the test.
 *
 * <p>The proofs have a package, so that they stand apart from the tests, and so the buffer and the
 * reader under proof are public: a proof of a copy would prove nothing of the model.
 */
@NullMarked
package quintet.locks.proofs;

import org.jspecify.annotations.NullMarked;
