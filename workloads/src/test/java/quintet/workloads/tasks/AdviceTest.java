package quintet.workloads.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class AdviceTest {

  /** The first line is where the seed says processes. */
  @ParameterizedTest
  @CsvSource({
    "COMPUTING, THREADS",
    "WAITING, VIRTUAL_THREADS",
    "CRASHING, PROCESSES",
    "ISOLATED, PROCESSES"
  })
  void onlyWhatMustBeIsolatedNeedsProcesses(WorkKind kind, Advice.Where where) {
    assertEquals(where, Advice.placement(kind).where());
  }

  @ParameterizedTest
  @EnumSource
  void adviceSaysWhyInOneSentence(WorkKind kind) {
    var why = Advice.placement(kind).why();

    assertTrue(why.endsWith("."), why);
    assertEquals(why.length() - 1, why.indexOf('.'), why);
  }

  @Test
  void adviceOnComputingNamesWhatTheSeedWasAfraidOf() {
    assertTrue(Advice.placement(WorkKind.COMPUTING).why().contains("interpreter lock"));
  }
}
