package quintet.suite.proofs;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the harness saw of one test, over all its forks.
 *
 * @param test its name
 * @param samples how often its threads met
 * @param forbidden samples that the test forbids
 * @param interesting samples that it marks as interesting: in a twin, the bad outcome
 * @param forbiddenOutcomes what the forbidden samples were, in words
 * @param errors why forks ended otherwise than by counting samples: exceptions, timeouts
 */
record Observation(
    String test,
    long samples,
    long forbidden,
    long interesting,
    List<String> forbiddenOutcomes,
    List<String> errors) {

  /** Two forks of the same test. */
  Observation plus(Observation other) {
    return new Observation(
        test,
        samples + other.samples,
        forbidden + other.forbidden,
        interesting + other.interesting,
        joined(forbiddenOutcomes, other.forbiddenOutcomes),
        joined(errors, other.errors));
  }

  private static List<String> joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }
}
