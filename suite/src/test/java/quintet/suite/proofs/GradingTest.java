package quintet.suite.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import quintet.suite.proofs.Grade.Verdict;
import quintet.suite.proofs.ProofCase.Sabotage;
import quintet.suite.proofs.ProofCase.StressTest;

/** What counts, and what must not, on results made by hand. */
final class GradingTest {

  private static final int CORES = 2;
  private static final long DEMANDED = 1_000;

  private static final ProofCase PROOF = proof(twin("", 5));
  private static final ProofCase BY_SPECIFICATION = proof(twin("JLS 17.4.5", 1));

  @Test
  void nothingBadAndATwinThatShowsItIsNotSeen() {
    var grade = grade(PROOF, good("proof", 3_000_000), bad("twin", 2_000, 5));
    assertEquals(Verdict.NOT_SEEN, grade.verdict());
    assertTrue(grade.passes());
    assertEquals(1e-6, grade.rateBelow());
    assertEquals(5, grade.twins().getFirst().seen());
  }

  @Test
  void oneForbiddenSampleRefutes() {
    var grade = grade(PROOF, forbidden("proof", 3_000_000, 1), bad("twin", 2_000, 5));
    assertEquals(Verdict.REFUTED, grade.verdict());
    assertTrue(grade.reason().contains("(0) lost"), grade.reason());
  }

  @Test
  void aForbiddenSampleRefutesEvenWhereTooLittleWasRun() {
    assertEquals(Verdict.REFUTED, grade(PROOF, forbidden("proof", 10, 1)).verdict());
  }

  @Test
  void aTwinThatShowsItTooRarelyMakesTheProofVoid() {
    var grade = grade(PROOF, good("proof", 3_000_000), bad("twin", 2_000, 4));
    assertEquals(Verdict.VOID, grade.verdict());
    assertFalse(grade.passes());
  }

  @Test
  void aTwinThatOnlyTheSpecificationAllowsMayStayUnseen() {
    var grade = grade(BY_SPECIFICATION, good("proof", 3_000_000), good("twin", 2_000));
    assertEquals(Verdict.NOT_SEEN, grade.verdict());
    assertEquals("JLS 17.4.5", grade.twins().getFirst().allowedBy());
  }

  @Test
  void aTwinThatOnlyTheSpecificationAllowsMustBeRunAllTheSame() {
    assertEquals(Verdict.NOT_TESTED, grade(BY_SPECIFICATION, good("proof", 3_000_000)).verdict());
  }

  @Test
  void nothingRunIsNoPass() {
    var grade = grade(PROOF);
    assertEquals(Verdict.NOT_TESTED, grade.verdict());
    assertTrue(grade.reason().contains("did not run"), grade.reason());
  }

  @Test
  void tooFewSamplesAreNoPass() {
    var grade = grade(PROOF, good("proof", DEMANDED - 1), bad("twin", 2_000, 5));
    assertEquals(Verdict.NOT_TESTED, grade.verdict());
    assertTrue(grade.reason().contains("at least 1,000"), grade.reason());
  }

  @Test
  void anErrorIsNoPass() {
    var error = new Observation("proof", 3_000_000, 0, 0, List.of(), List.of("TIMEOUT_ERROR"));
    var grade = grade(PROOF, error, bad("twin", 2_000, 5));
    assertEquals(Verdict.NOT_TESTED, grade.verdict());
    assertTrue(grade.reason().contains("TIMEOUT_ERROR"), grade.reason());
  }

  @Test
  void aTwinThatGoesWrongInAnotherWayIsNoPass() {
    var grade = grade(PROOF, good("proof", 3_000_000), forbidden("twin", 2_000, 1));
    assertEquals(Verdict.NOT_TESTED, grade.verdict());
  }

  @Test
  void moreActorsThanCoresIsSaid() {
    var wide =
        new ProofCase("m/P", new StressTest("proof", 3), "it holds", DEMANDED, PROOF.twins());
    var grade = grade(wide, bad("twin", 2_000, 5));
    assertEquals(Verdict.NOT_TESTED, grade.verdict());
    assertTrue(grade.reason().contains("needs 3 cores"), grade.reason());
  }

  @Test
  void theSecondsOfTheTwinsCount() {
    var grade = new Grading(Map.of(), Map.of("proof", 2.0, "twin", 1.5), CORES).grade(PROOF);
    assertEquals(3.5, grade.seconds());
  }

  @Test
  void forksOfOneTestAreSummed() {
    var both = good("proof", 10).plus(forbidden("proof", 20, 3));
    assertEquals(30, both.samples());
    assertEquals(3, both.forbidden());
    assertEquals(List.of("(0) lost"), both.forbiddenOutcomes());
  }

  private static Grade grade(ProofCase proof, Observation... observed) {
    var byTest =
        Arrays.stream(observed).collect(Collectors.toMap(Observation::test, Function.identity()));
    return new Grading(byTest, Map.of(), CORES).grade(proof);
  }

  private static ProofCase proof(Sabotage twin) {
    return new ProofCase("m/P", new StressTest("proof", 2), "it holds", DEMANDED, List.of(twin));
  }

  private static Sabotage twin(String allowedBy, long atLeast) {
    return new Sabotage(new StressTest("twin", 2), "the lock", atLeast, DEMANDED, allowedBy);
  }

  private static Observation good(String test, long samples) {
    return new Observation(test, samples, 0, 0, List.of(), List.of());
  }

  private static Observation bad(String test, long samples, long interesting) {
    return new Observation(test, samples, 0, interesting, List.of(), List.of());
  }

  private static Observation forbidden(String test, long samples, long forbidden) {
    return new Observation(test, samples, forbidden, 0, List.of("(0) lost"), List.of());
  }
}
