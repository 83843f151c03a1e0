package quintet.suite.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quintet.suite.proofs.Grade.Verdict;
import quintet.suite.proofs.ProofCase.Sabotage;
import quintet.suite.proofs.ProofCase.StressTest;

/** What several looks make together. */
final class EvidenceTest {

  private static final ProofCase PROOF =
      new ProofCase(
          "m/P",
          new StressTest("proof", 2),
          "it holds",
          1_000,
          List.of(new Sabotage(new StressTest("twin", 2), "the lock", 1, 1_000, "")));

  private static final Observation SEEN =
      new Observation("twin", 2_000, 0, 7, List.of(), List.of());

  private final Evidence evidence = new Evidence(2);

  @Test
  void aProofWhoseTwinWasNotSeenIsWorthAnotherLook() {
    look(0, 0);
    assertEquals(List.of(PROOF), evidence.worthAnotherLook(List.of(PROOF)));
  }

  @Test
  void aProofWhoseTwinWasSeenIsNot() {
    look(0, 3);
    assertEquals(List.of(), evidence.worthAnotherLook(List.of(PROOF)));
  }

  @Test
  void aProofWithTooFewSamplesIs() {
    look(new Observation("proof", 900, 0, 0, List.of(), List.of()), SEEN);
    assertEquals(List.of(PROOF), evidence.worthAnotherLook(List.of(PROOF)));
  }

  @Test
  void aProofThatDidNotRunIsNot() {
    evidence.add(Map.of("twin", SEEN), Map.of());
    assertEquals(List.of(), evidence.worthAnotherLook(List.of(PROOF)));
  }

  @Test
  void aProofThatEndedWithAnErrorIsNot() {
    look(new Observation("proof", 2_000, 0, 0, List.of(), List.of("TIMEOUT_ERROR")), SEEN);
    assertEquals(List.of(), evidence.worthAnotherLook(List.of(PROOF)));
  }

  @Test
  void aRefutedClaimIsNot() {
    look(1, 0);
    assertEquals(List.of(), evidence.worthAnotherLook(List.of(PROOF)));
  }

  @Test
  void anotherLookAddsToTheFirst() {
    look(0, 0);
    look(0, 7);
    var grade = evidence.grades(List.of(PROOF)).getFirst();
    assertEquals(Verdict.NOT_SEEN, grade.verdict());
    assertEquals(4_000, grade.samples());
    assertEquals(7, grade.twins().getFirst().seen());
    assertEquals(3.0, grade.seconds());
  }

  @Test
  void whatTheFirstLookRefutedTheSecondDoesNotRedeem() {
    look(1, 0);
    look(0, 7);
    assertEquals(Verdict.REFUTED, evidence.grades(List.of(PROOF)).getFirst().verdict());
  }

  private void look(long forbidden, long interesting) {
    var outcomes = forbidden == 0 ? List.<String>of() : List.of("(0) lost");
    look(
        new Observation("proof", 2_000, forbidden, 0, outcomes, List.of()),
        new Observation("twin", 2_000, 0, interesting, List.of(), List.of()));
  }

  private void look(Observation proof, Observation twin) {
    evidence.add(Map.of("proof", proof, "twin", twin), Map.of("proof", 1.0, "twin", 0.5));
  }
}
