package quintet.suite.proofs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    var grading = new Grading(observed, seconds, cores);
    return proofs.stream().map(grading::grade).toList();
  }

  /** Those that are void so far: a longer look may show the twin's bad outcome. */
  List<ProofCase> worthAnotherLook(List<ProofCase> proofs) {
    var grading = new Grading(observed, seconds, cores);
    return proofs.stream()
        .filter(proof -> grading.grade(proof).verdict() == Grade.Verdict.VOID)
        .toList();
  }
}
