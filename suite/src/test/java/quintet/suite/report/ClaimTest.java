package quintet.suite.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quintet.suite.results.Summary.Comparison;
import quintet.suite.results.Summary.Standing;

final class ClaimTest {

  @Test
  void whatIsStatedNeedsNoWords() {
    assertNull(words(Standing.FASTER, null));
    assertNull(words(Standing.SLOWER, null));
  }

  @Test
  void whatIsNotSupportedSaysHowManyRoundsItNeeds() {
    assertEquals(
        "not supported by this run (needs about 12 more rounds)",
        words(Standing.NOT_SUPPORTED, 12));
    assertEquals(
        "not supported by this run (needs about 1 more round)", words(Standing.NOT_SUPPORTED, 1));
  }

  @Test
  void noRoundsAreNamedWhereNoneWouldHelp() {
    assertEquals("not supported by this run", words(Standing.NOT_SUPPORTED, null));
    assertEquals("under the threshold", words(Standing.UNDER_THRESHOLD, 3));
    assertEquals("withheld", words(Standing.WITHHELD, 3));
  }

  private static @Nullable String words(Standing standing, @Nullable Integer moreRounds) {
    return Claim.of(new Comparison(1.01, null, standing, moreRounds, List.of())).words();
  }
}
