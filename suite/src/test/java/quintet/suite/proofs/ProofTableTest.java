package quintet.suite.proofs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import quintet.suite.proofs.Grade.TwinGrade;
import quintet.suite.proofs.Grade.Verdict;

/** The words of a report: none of them may say more than was seen. */
final class ProofTableTest {

  @Test
  void aClaimThatHeldHasItsBound() {
    var table = table(Verdict.NOT_SEEN, "", new TwinGrade("the lock", 1_234, 9_999, ""));
    assertTrue(table.contains("NOT SEEN, below 1.0e-06"), table);
    assertTrue(table.contains("1,234"), table);
  }

  @Test
  void aTwinUnseenBySpecificationIsSaidToBe() {
    var table = table(Verdict.NOT_SEEN, "", new TwinGrade("release", 0, 9_999, "JLS 17.4.5"));
    assertTrue(table.contains("not seen here without release; JLS 17.4.5"), table);
  }

  @Test
  void aVerdictAgainstAClaimHasItsReason() {
    for (var verdict : List.of(Verdict.REFUTED, Verdict.VOID, Verdict.NOT_TESTED)) {
      var table = table(verdict, "for this reason", new TwinGrade("the lock", 0, 0, ""));
      assertTrue(table.contains("! for this reason"), table);
      assertFalse(table.contains("NOT SEEN, below"), table);
    }
  }

  @Test
  void nothingIsSaidToBeProven() {
    var table = table(Verdict.NOT_SEEN, "", new TwinGrade("the lock", 5, 9_999, ""));
    assertFalse(table.contains("proven"), table);
  }

  private static String table(Verdict verdict, String reason, TwinGrade twin) {
    var grade = new Grade("locks/P", "it holds", verdict, reason, 3_000_000, List.of(twin), 2.1);
    return String.join("\n", ProofTable.lines(List.of(grade)));
  }
}
