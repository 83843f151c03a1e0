package quintet.suite.proofs;

import java.util.List;
import java.util.stream.Stream;

/**
 * A proof and its sabotaged twins, as their annotations tell.
 *
 * @param name the module and the simple name: what the user sees and types
 * @param test what is run
 * @param claim one sentence, without its full stop
 * @param minimumSamples below which nothing is said
 * @param twins the same code without what the claim rests on
 */
record ProofCase(
    String name, StressTest test, String claim, long minimumSamples, List<Sabotage> twins) {

  /**
   * A jcstress test.
   *
   * @param name as the harness has it
   * @param actors the threads, and so the cores, that it needs
   */
  record StressTest(String name, int actors) {}

  /**
   * A twin.
   *
   * @param atLeast how many samples must show the bad outcome
   * @param allowedBy the specification, if the bad outcome need not be seen; or empty
   */
  record Sabotage(
      StressTest test, String without, long atLeast, long minimumSamples, String allowedBy) {}

  /** All that is run for this proof. */
  Stream<StressTest> tests() {
    return Stream.concat(Stream.of(test), twins.stream().map(Sabotage::test));
  }
}
