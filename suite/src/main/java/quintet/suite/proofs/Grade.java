package quintet.suite.proofs;

import java.util.List;

/**
 * What a run says of one claim.
 *
 * @param proof its name
 * @param claim one sentence, without its full stop
 * @param verdict in one word
 * @param reason why it is not {@link Verdict#NOT_SEEN}, or empty
 * @param samples of the proof
 * @param twins what its twins showed
 * @param seconds that the proof and its twins took
 */
record Grade(
    String proof,
    String claim,
    Verdict verdict,
    String reason,
    long samples,
    List<TwinGrade> twins,
    double seconds) {

  /** The words for what happened. None of them says that anything is proven. */
  enum Verdict {
    /** No bad outcome among the samples, on this machine, where the twins showed theirs. */
    NOT_SEEN,
    /** A bad outcome. */
    REFUTED,
    /** No bad outcome, but a twin did not show its own either: the test may be unable to. */
    VOID,
    /** Not enough was run to say anything. */
    NOT_TESTED
  }

  /**
   * What a twin showed.
   *
   * @param without what the code lacks
   * @param seen samples with the bad outcome
   * @param samples all of them
   * @param allowedBy the specification, if the bad outcome was not seen and need not be; or empty
   */
  record TwinGrade(String without, long seen, long samples, String allowedBy) {}

  boolean passes() {
    return verdict == Verdict.NOT_SEEN;
  }

  /**
   * The bound on the rate of the bad outcome: with none in n independent samples it is below 3/n,
   * at 95 % confidence ("rule of three").
   */
  double rateBelow() {
    return samples == 0 ? 1 : Math.min(1, 3.0 / samples);
  }
}
