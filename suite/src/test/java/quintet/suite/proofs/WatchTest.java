package quintet.suite.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is read from the harness's output, and what is shown of it. */
final class WatchTest {

  private static final String PASSED = ".......... [OK] quintet.locks.proofs.EndOfInputProof";
  private static final String FAILED = ".... [VM ERROR] quintet.async.proofs.StepResultProof";

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @Test
  void everyForkThatEndsIsCounted() {
    var watch = watch(true);
    watch.read("  Test configuration:");
    watch.read(PASSED);
    watch.read("  RESULT  SAMPLES     FREQ      EXPECT  DESCRIPTION");
    watch.read(FAILED);
    assertEquals(
        Set.of("quintet.locks.proofs.EndOfInputProof", "quintet.async.proofs.StepResultProof"),
        watch.seconds().keySet());
    assertTrue(shown().contains("2 of 8 runs"), shown());
  }

  @Test
  void theSummaryAtTheEndIsNoFork() {
    var watch = watch(true);
    watch.read("RUN RESULTS:");
    watch.read(PASSED);
    assertEquals(Set.of(), watch.seconds().keySet());
  }

  @Test
  void nothingIsDrawnWhereNothingCanBeDrawnOver() {
    var watch = watch(false);
    watch.read(PASSED);
    watch.erase();
    assertEquals("", shown());
  }

  private Watch watch(boolean animated) {
    return new Watch(new PrintStream(shown, true, StandardCharsets.UTF_8), animated, 8);
  }

  private String shown() {
    return shown.toString(StandardCharsets.UTF_8);
  }
}
