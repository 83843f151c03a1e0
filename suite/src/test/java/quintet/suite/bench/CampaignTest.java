package quintet.suite.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import quintet.suite.InputException;
import quintet.suite.environment.LoadMeter;
import quintet.suite.results.Bound;
import quintet.suite.results.Fork;
import quintet.suite.results.Kind;
import quintet.suite.results.Plan;
import quintet.suite.results.RunFolder;
import quintet.suite.results.Variant;

/** With forks that take no time: it is about which are run, and what is on the disk meanwhile. */
final class CampaignTest {

  private static final List<Variant> VARIANTS = List.of(variant("a"), variant("b"), variant("c"));
  private static final Duration ESTIMATE = Duration.ofSeconds(4);

  private static RunResult result;

  @TempDir private Path path;

  /** The ids of what was measured, in order. */
  private final List<String> measured = new ArrayList<>();

  private final List<String> shown = new ArrayList<>();

  @BeforeAll
  static void measureOnce(@TempDir Path cache) throws RunnerException {
    result = OneFork.measured(cache);
  }

  @Test
  void everyVariantIsMeasuredOnceInEachRound() throws RunnerException, IOException {
    run(campaign(begun(), new Budget.Rounds(3)), Integer.MAX_VALUE);
    assertEquals(9, measured.size());
    for (int round = 0; round < 3; round++) {
      assertEquals(
          List.of("a", "b", "c"),
          measured.subList(3 * round, 3 * round + 3).stream().sorted().toList());
    }
  }

  @Test
  void inBlocksTheForksOfAVariantAreInARow() throws RunnerException, IOException {
    var schedule = new Schedule(VARIANTS, 7, true);
    var campaign =
        new Campaign(
            schedule, new Budget.Rounds(2), begun(), ESTIMATE, (line, _) -> shown.add(line));
    run(campaign, Integer.MAX_VALUE);
    assertEquals(measured.get(0), measured.get(1));
    assertEquals(measured.get(2), measured.get(3));
    assertEquals(6, measured.size());
  }

  @Test
  void aRunThatHasBegunIsOnTheDiskBeforeItsFirstFork() throws IOException {
    begun();
    var raw = new RunFolder(path).readRaw();
    assertEquals(VARIANTS, raw.variants());
    assertEquals(List.of(), raw.forks());
  }

  @Test
  void aForkIsOnTheDiskWhenTheNextBegins() throws RunnerException, IOException {
    var onDisk = new ArrayList<Integer>();
    campaign(begun(), new Budget.Rounds(1))
        .run(
            _ -> {
              onDisk.add(forks().size());
              return new Forks.Found(result, null);
            },
            LoadMeter.ofThisMachine());
    assertEquals(List.of(0, 1, 2), onDisk);
  }

  @Test
  void whatFailsEndsTheRunAndKeepsWhatIsFinished() throws IOException {
    var campaign = campaign(begun(), new Budget.Rounds(2));
    assertThrows(RunnerException.class, () -> run(campaign, 2));
    assertEquals(2, forks().size());
  }

  @Test
  void aRunThatGoesOnMeasuresWhatIsMissing() throws RunnerException, IOException {
    assertThrows(RunnerException.class, () -> run(campaign(begun(), new Budget.Rounds(2)), 4));
    var campaign = campaign(resumed(), new Budget.Rounds(2));
    assertEquals(2, campaign.forks());
    measured.clear();
    run(campaign, Integer.MAX_VALUE);
    assertEquals(2, measured.size());
    assertEquals(6, forks().stream().map(fork -> fork.variant() + fork.round()).distinct().count());
  }

  @Test
  void aRunThatGoesOnHasTheOrderOfOneThatWasNotStopped() throws RunnerException, IOException {
    assertThrows(RunnerException.class, () -> run(campaign(begun(), new Budget.Rounds(2)), 4));
    measured.removeLast(); // the one that failed
    run(campaign(resumed(), new Budget.Rounds(2)), Integer.MAX_VALUE);
    var inOneGo =
        new Schedule(VARIANTS, 7, false).rounds(2).stream().map(it -> it.variant().id()).toList();
    assertEquals(inOneGo, measured);
  }

  @Test
  void jmhsOwnWordsHaveAnEntryForEachForkOverAllCalls() throws RunnerException, IOException {
    run(campaign(begun(), new Budget.Rounds(1)), Integer.MAX_VALUE);
    run(campaign(resumed(), new Budget.Rounds(2)), Integer.MAX_VALUE);
    assertEquals(6, RunFolder.read(new RunFolder(path).jmhJson(), JsonNode.class).size());
  }

  @Test
  void aForkThatOnlyJmhWroteDownIsMeasuredAgain() throws RunnerException, IOException {
    var folder = new RunFolder(path);
    assertThrows(RunnerException.class, () -> run(campaign(begun(), new Budget.Rounds(1)), 1));
    var before = folder.readRaw();
    assertThrows(RunnerException.class, () -> run(campaign(resumed(), new Budget.Rounds(1)), 1));
    RunFolder.write(folder.raw(), before); // as if the process had ended just before
    run(campaign(resumed(), new Budget.Rounds(1)), Integer.MAX_VALUE);
    assertEquals(3, forks().size());
    assertEquals(3, RunFolder.read(folder.jmhJson(), JsonNode.class).size());
  }

  @Test
  void aRunWithoutJmhsOwnWordsDoesNotGoOn() throws RunnerException, IOException {
    run(campaign(begun(), new Budget.Rounds(1)), Integer.MAX_VALUE);
    Files.delete(new RunFolder(path).jmhJson());
    assertThrows(InputException.class, this::resumed);
  }

  @Test
  void jmhsOwnWordsNameNoPathOfThisMachine() throws RunnerException, IOException {
    run(campaign(begun(), new Budget.Rounds(1)), Integer.MAX_VALUE);
    var text = Files.readString(new RunFolder(path).jmhJson());
    for (var word : List.of("java.home", "user.home", "java.io.tmpdir", "user.dir")) {
      assertFalse(text.contains("\"" + System.getProperty(word)), word);
    }
  }

  @Test
  void moreRoundsCanBeAddedToAFinishedRun() throws RunnerException, IOException {
    run(campaign(begun(), new Budget.Rounds(1)), Integer.MAX_VALUE);
    measured.clear();
    run(campaign(resumed(), new Budget.Rounds(3)), Integer.MAX_VALUE);
    assertEquals(6, measured.size());
    assertEquals(3, new RunFolder(path).readRaw().plan().rounds());
  }

  @Test
  void aFinishedRunHasNothingLeftToMeasure() throws RunnerException, IOException {
    run(campaign(begun(), new Budget.Rounds(2)), Integer.MAX_VALUE);
    measured.clear();
    var campaign = campaign(resumed(), new Budget.Rounds(2));
    assertEquals(Duration.ZERO, campaign.duration());
    run(campaign, Integer.MAX_VALUE);
    assertEquals(List.of(), measured);
  }

  @Test
  void aRunByTheClockHasPlannedTheRoundsThatItHad() throws RunnerException, IOException {
    var campaign = campaign(begun(), new Budget.Minutes(1e-9));
    run(campaign, Integer.MAX_VALUE);
    assertEquals(3, measured.size());
    assertEquals(1, new RunFolder(path).readRaw().plan().rounds());
  }

  @Test
  void aRunByTheClockThatGoesOnFinishesTheRoundThatWasBegun() throws RunnerException, IOException {
    assertThrows(RunnerException.class, () -> run(campaign(begun(), new Budget.Rounds(5)), 1));
    measured.clear();
    run(campaign(resumed(), new Budget.Minutes(1e-9)), Integer.MAX_VALUE);
    assertEquals(2, measured.size());
  }

  @Test
  void stopBeginsNoOtherForkAndLeavesThePlan() throws RunnerException, IOException {
    var campaign = campaign(begun(), new Budget.Rounds(2));
    campaign.run(
        variant -> {
          measured.add(variant.id());
          campaign.stop();
          return new Forks.Found(result, null);
        },
        LoadMeter.ofThisMachine());
    assertEquals(1, measured.size());
    assertTrue(campaign.isStopped());
    assertEquals(4, new RunFolder(path).readRaw().plan().rounds());
  }

  @Test
  void theProgressNamesTheRoundAndTheVariant() throws RunnerException, IOException {
    run(campaign(begun(), new Budget.Rounds(1)), Integer.MAX_VALUE);
    assertEquals("12 s left; round 1: " + measured.getFirst(), shown.getFirst());
  }

  // ---- helpers

  private Recording begun() throws IOException {
    var plan =
        new Plan(
            "run",
            "./quintet bench",
            "2026-11-20T08:00:00Z",
            "quick",
            4,
            7,
            true,
            1,
            2,
            20,
            "COMPILER",
            2);
    var recording = new Recording(new RunFolder(path), plan, VARIANTS);
    recording.begin();
    return recording;
  }

  /** As the next call of the command finds it on the disk. */
  private Recording resumed() throws IOException {
    var folder = new RunFolder(path);
    return Recording.resume(folder, folder.readRaw());
  }

  private Campaign campaign(Recording recording, Budget budget) {
    var schedule = new Schedule(VARIANTS, 7, false);
    return new Campaign(schedule, budget, recording, ESTIMATE, (line, _) -> shown.add(line));
  }

  /** Runs it with forks of which the one after so many fails. */
  private void run(Campaign campaign, int succeed) throws RunnerException, IOException {
    int before = measured.size();
    campaign.run(
        variant -> {
          measured.add(variant.id());
          if (measured.size() - before > succeed) {
            throw new RunnerException("failed on purpose");
          }
          return new Forks.Found(result, null);
        },
        LoadMeter.ofThisMachine());
  }

  private List<Fork> forks() throws IOException {
    return new RunFolder(path).readRaw().forks();
  }

  private static Variant variant(String id) {
    return new Variant(
        id,
        "catalog",
        Kind.MODEL,
        "titles",
        id,
        1,
        Bound.CORES,
        null,
        "records",
        0,
        "B.run",
        Map.of());
  }
}
