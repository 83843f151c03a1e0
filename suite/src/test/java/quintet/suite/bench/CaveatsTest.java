package quintet.suite.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quintet.suite.results.Bound;
import quintet.suite.results.Kind;
import quintet.suite.results.Variant;
import quintet.workloads.Staff;

final class CaveatsTest {

  private static final int CORES = Staff.perCore().workers();

  @Test
  void aStandardRunWithinTheCoresHasNone() {
    assertEquals(List.of(), of(CORES, Bound.CORES, 12, "standard"));
  }

  @Test
  void fewRoundsClaimNothing() {
    assertTrue(of(1, Bound.CORES, 4, "standard").getFirst().contains("nothing is claimed"));
  }

  @Test
  void asManyRoundsAsAnIntervalTakesAreEnough() {
    assertEquals(List.of(), of(1, Bound.CORES, 5, "standard"));
  }

  @Test
  void aQuickRunSaysSo() {
    assertTrue(of(1, Bound.CORES, 5, "quick").getFirst().startsWith("quick: "));
  }

  @Test
  void moreWorkersThanCoresShowNoScaling() {
    var caveats = of(CORES + 1, Bound.CORES, 12, "standard");
    assertEquals(1, caveats.size());
    assertTrue(caveats.getFirst().contains("not scaling"));
  }

  @Test
  void callsInFlightMayBeMoreThanTheCores() {
    assertEquals(List.of(), of(100 * CORES, Bound.CALLS, 12, "standard"));
  }

  private static List<String> of(int workers, Bound bound, int rounds, String depth) {
    var variant =
        new Variant(
            "id",
            "catalog",
            Kind.MODEL,
            "titles",
            "name",
            workers,
            bound,
            null,
            "records",
            0,
            "B.run",
            Map.of());
    return Caveats.of(List.of(variant), rounds, depth);
  }
}
