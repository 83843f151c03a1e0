package quintet.workloads.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MarcExceptionTest {

  private final MarcException flaw =
      MarcException.flaw("my.mrc", 4711, Reason.BAD_LENGTH, "length 12 stated, 90 bytes found");

  @Test
  void aFlawSaysWhereAndWhy() {
    assertEquals(
        "my.mrc: at byte 4711: the leader's length is wrong (length 12 stated, 90 bytes found)",
        flaw.getMessage());
  }

  @Test
  void aNumberedFlawSaysWhichRecordToo() {
    assertEquals(
        "my.mrc: record 3 at byte 4711: the leader's length is wrong"
            + " (length 12 stated, 90 bytes found)",
        flaw.numbered(3).getMessage());
  }

  @Test
  void aFlawCostsNoStackTrace() {
    assertEquals(0, flaw.getStackTrace().length);
  }

  @Test
  void whatEndsARunHasTheStackOfTheThreadThatReportsIt() {
    assertTrue(flaw.numbered(1).getStackTrace().length > 0);
  }
}
