package quintet.suite.proofs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quintet.suite.proofs.ProofCase.StressTest;

/**
 * What was seen of the tests so far, in one look or several.
 *
 * <p>Not thread-safe: used by the thread of the command.
 */
final class Evidence {

  private final Map<String, Observation> observed = new HashMap<>();
  private final Map<String, Double> seconds = new HashMap<>();
  private final int cores;

  /**
   * Nothing yet.
   *
   * @param cores of the machine
   */
  Evidence(int cores) {
    this.cores = cores;
  }

  /**
   * Adds what another look has seen.
   *
   * @param observations by the name of the test
   * @param took how many seconds, by the name of the test
   */
  void add(Map<String, Observation> observations, Map<String, Double> took) {
    observations.forEach((test, seen) -> observed.merge(test, seen, Observation::plus));
    took.forEach((test, time) -> seconds.merge(test, time, Double::sum));
  }

  List<Grade> grades(List<ProofCase> proofs) {
    return proofs.stream().map(grading()::grade).toList();
  }

  /** Those that a longer look may help: a twin was not seen yet, or too few samples were. */
  List<ProofCase> worthAnotherLook(List<ProofCase> proofs) {
    var grading = grading();
    return proofs.stream()
        .filter(
            proof ->
                switch (grading.grade(proof).verdict()) {
                  case VOID -> true;
                  case NOT_TESTED -> proof.tests().allMatch(this::ranAsItShould);
                  case NOT_SEEN, REFUTED -> false;
                })
        .toList();
  }

  private Grading grading() {
    return new Grading(observed, seconds, cores);
  }

  private boolean ranAsItShould(StressTest test) {
    var seen = observed.get(test.name());
    return seen != null && seen.errors().isEmpty() && seen.forbidden() == 0;
  }
}
