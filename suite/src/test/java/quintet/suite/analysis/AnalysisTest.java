package quintet.suite.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quintet.suite.analysis.Recorded.CONTROL;
import static quintet.suite.analysis.Recorded.PIPELINE;
import static quintet.suite.analysis.Recorded.PLANT;
import static quintet.suite.analysis.Recorded.SEQUENTIAL;
import static quintet.suite.analysis.Recorded.noisy;

import java.util.List;
import org.junit.jupiter.api.Test;
import quintet.suite.results.Kind;
import quintet.suite.results.Summary;
import quintet.suite.results.Summary.Outcome;
import quintet.suite.results.Summary.Row;
import quintet.suite.results.Summary.Standing;

@SuppressWarnings("NullAway") // what is null here fails its test
final class AnalysisTest {

  private static final int CORES = 2;

  @Test
  void aSpeedUpIsTheRatioOfTheRatesWithAnIntervalAroundIt() {
    var speedUp = pipeline(summary(Recorded.healthy(12))).speedUp();
    assertEquals(1.8, speedUp.ratio(), 0.02);
    assertTrue(speedUp.interval().contains(1.8));
    assertEquals(Standing.FASTER, speedUp.standing());
    assertEquals(12, speedUp.rounds().size());
  }

  @Test
  void aSpeedUpStandsBesideWhatTheMachineCouldGive() {
    var row = pipeline(summary(Recorded.healthy(12)));
    assertEquals(1.9, row.ceiling().value(), 0.02);
    assertEquals(1.8 / 1.9, row.ofCeiling().value(), 0.02);
  }

  @Test
  void callsThatWaitAreHeldAgainstTheRateThatNobodyCanExceed() {
    var run =
        new Recorded(12)
            .waiting()
            .add(SEQUENTIAL, Kind.MODEL, "sequential", 1, null, noisy(48, 0))
            .add(PIPELINE, Kind.MODEL, "pipeline", 50, SEQUENTIAL, noisy(2_400, 3))
            .add("ideal@50", Kind.CEILING, "ideal", 50, null, noisy(2_500, 5))
            .add("ideal@1", Kind.CEILING, "ideal", 1, null, noisy(50, 5))
            .add(CONTROL, Kind.CONTROL, "sequential again", 1, SEQUENTIAL, noisy(48, 4))
            .add(PLANT, Kind.PLANT, "sequential +5 %", 1, SEQUENTIAL, noisy(48 / 1.05, 8));
    var row = pipeline(summary(run));
    assertEquals(2_500 / 48.0, row.ceiling().value(), 0.5);
    assertEquals(0.96, row.ofCeiling().value(), 0.01);
    assertEquals(1 / 0.96, row.timeOverIdeal().value(), 0.01);
  }

  @Test
  void workThatComputesHasNoIdeal() {
    assertNull(pipeline(summary(Recorded.healthy(12))).timeOverIdeal());
  }

  @Test
  void aHealthyRunIsBelieved() {
    var summary = summary(Recorded.healthy(12));
    assertEquals(List.of(), summary.trust().withheld());
    assertEquals(List.of(), summary.trust().doubts());
    assertTrue(summary.verdict().getFirst().contains("pipeline with 2 workers"));
  }

  @Test
  void whoHasNoNumberOfWorkersIsNamedWithoutOne() {
    var recorded =
        Recorded.healthy(12)
            .add(
                "catalog/model/entries/two-processes",
                Kind.MODEL,
                "two processes",
                0,
                SEQUENTIAL,
                noisy(3000, 1));
    var best = summary(recorded).verdict().getFirst();
    assertTrue(best.matches(".*: two processes, [0-9].*"), best);
  }

  @Test
  void aPeerOfTheModelsStandsBesideThemAndTheirBaseline() {
    var group = peers(withPeer(SEQUENTIAL));
    assertEquals("sequential", group.baseline());
    assertEquals(
        List.of("sequential", "pipeline", "library"),
        group.rows().stream().map(Row::name).toList());
    assertEquals(1.5, group.rows().getLast().speedUp().ratio(), 0.02);
  }

  @Test
  void aPeerOfTheModelsIsComparedWithTheFastest() {
    var rival = peers(withPeer(SEQUENTIAL)).rows().getLast().rival();
    assertEquals("pipeline", rival.name());
    assertEquals(1.2, rival.comparison().ratio(), 0.02);
    assertEquals(Standing.FASTER, rival.comparison().standing());
  }

  @Test
  void peersWithABaselineOfTheirOwnStandAlone() {
    var own = "catalog/peer/entries/old@2";
    var recorded =
        withPeer(own)
            .add("catalog/model/entries/slow@2", Kind.MODEL, "slow", 2, SEQUENTIAL, noisy(900, 2))
            .add(own, Kind.PEER, "old", 2, null, noisy(500, 6));
    var group = peers(recorded);
    assertEquals(List.of("old", "library"), group.rows().stream().map(Row::name).toList());
    assertNull(group.rows().getLast().rival());
  }

  private static Recorded withPeer(String baseline) {
    return Recorded.healthy(12)
        .add("catalog/peer/entries/library@2", Kind.PEER, "library", 2, baseline, noisy(1500, 1));
  }

  private static Summary.Group peers(Recorded recorded) {
    return summary(recorded).groups().stream()
        .filter(group -> group.kind() == Kind.PEER)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aControlThatDiffersWithholdsEveryClaim() {
    var recorded =
        Recorded.healthy(12)
            .add(CONTROL, Kind.CONTROL, "sequential again", 1, SEQUENTIAL, noisy(1030, 4));
    var summary = summary(recorded);
    assertTrue(summary.trust().withheld().getFirst().startsWith("The control differs"));
    assertEquals(Standing.WITHHELD, pipeline(summary).speedUp().standing());
    assertTrue(summary.verdict().getFirst().startsWith("Nothing is claimed"));
  }

  @Test
  void aControlThatMightBeAnywhereHasNotHeld() {
    var recorded =
        Recorded.healthy(5)
            .add(
                CONTROL,
                Kind.CONTROL,
                "sequential again",
                1,
                SEQUENTIAL,
                round -> round == 1 ? 500 : 1000 + round);
    var trust = summary(recorded).trust();
    var control = trust.checks().stream().filter(check -> check.kind() == Kind.CONTROL);
    assertEquals(Outcome.TOO_WIDE, control.findFirst().orElseThrow().outcome());
    assertTrue(trust.doubts().getFirst().startsWith("The rounds differ so much"));
  }

  @Test
  void aPlantThatALargeRunDoesNotSeeWithholdsEveryClaim() {
    var recorded =
        Recorded.healthy(12)
            .add(PLANT, Kind.PLANT, "sequential +5 %", 1, SEQUENTIAL, noisy(1000, 8));
    var summary = summary(recorded);
    assertTrue(
        summary.trust().withheld().getFirst().startsWith("The planted slowdown is not seen"));
    assertEquals(Standing.WITHHELD, pipeline(summary).speedUp().standing());
  }

  /** As it was once recorded, on a quiet machine: 0.960 (0.937 to 1.002), and 0.952 was planted. */
  @Test
  void aPlantThatIsAlmostSeenIsADoubt() {
    var recorded =
        Recorded.healthy(6)
            .add(
                PLANT,
                Kind.PLANT,
                "sequential +5 %",
                1,
                SEQUENTIAL,
                round -> round % 2 == 0 ? 930 : 990);
    var summary = summary(recorded);
    var interval = summary.trust().checks().getLast().row().speedUp().interval();
    assertTrue(interval.contains(1) && interval.contains(1 / 1.05), interval.toString());
    assertEquals(List.of(), summary.trust().withheld());
    assertTrue(summary.trust().doubts().getFirst().startsWith("The run is too small"));
  }

  @Test
  void aPlantThatSeemsFasterWithholdsEveryClaim() {
    var recorded =
        Recorded.healthy(12)
            .add(PLANT, Kind.PLANT, "sequential +5 %", 1, SEQUENTIAL, noisy(1060, 8));
    assertTrue(summary(recorded).trust().withheld().getFirst().startsWith("Code with more work"));
  }

  @Test
  void aPlantThatANoisyRunCannotSeeIsADoubt() {
    var recorded =
        Recorded.healthy(6)
            .add(
                PLANT,
                Kind.PLANT,
                "sequential +5 %",
                1,
                SEQUENTIAL,
                round -> round % 2 == 0 ? 1150 : 780);
    var summary = summary(recorded);
    assertEquals(List.of(), summary.trust().withheld());
    assertTrue(summary.trust().doubts().getFirst().startsWith("The run is too small"));
    assertEquals(Standing.FASTER, pipeline(summary).speedUp().standing());
  }

  @Test
  void aRunWithoutAControlWithholdsEveryClaim() {
    var recorded =
        new Recorded(12)
            .add(SEQUENTIAL, Kind.MODEL, "sequential", 1, null, noisy(1000, 0))
            .add(PIPELINE, Kind.MODEL, "pipeline", 2, SEQUENTIAL, noisy(1800, 3));
    var summary = summary(recorded);
    assertEquals(
        "The control was not measured, of catalog.", summary.trust().withheld().getFirst());
    assertEquals(Standing.WITHHELD, pipeline(summary).speedUp().standing());
  }

  @Test
  void fewerThanFiveRoundsGiveNoIntervalAndNoClaim() {
    var summary = summary(Recorded.healthy(4));
    assertNull(pipeline(summary).speedUp().interval());
    assertEquals(Standing.NOT_SUPPORTED, pipeline(summary).speedUp().standing());
    assertEquals(1, pipeline(summary).speedUp().moreRounds());
    assertTrue(summary.verdict().getFirst().startsWith("Nothing is claimed: 4"));
  }

  @Test
  void aDifferenceThatDoesNotShowIsNotSupportedAndSaysWhatItWouldTake() {
    var recorded =
        Recorded.healthy(6)
            .add(PIPELINE, Kind.MODEL, "pipeline", 2, SEQUENTIAL, r -> r % 2 == 0 ? 1200 : 880);
    var speedUp = pipeline(summary(recorded)).speedUp();
    assertEquals(Standing.NOT_SUPPORTED, speedUp.standing());
    assertTrue(speedUp.moreRounds() > 6);
  }

  @Test
  void aSmallDifferenceIsUnderTheThresholdHoweverCertain() {
    var recorded =
        Recorded.healthy(12)
            .add(PIPELINE, Kind.MODEL, "pipeline", 2, SEQUENTIAL, r -> 1.015 * noise(r));
    var speedUp = pipeline(summary(recorded)).speedUp();
    assertEquals(Standing.UNDER_THRESHOLD, speedUp.standing());
    assertNull(speedUp.moreRounds());
  }

  @Test
  void aRoundCountsOnlyWhereBothWereMeasured() {
    var recorded = Recorded.healthy(12).without(SEQUENTIAL, 3).without(PIPELINE, 7);
    assertEquals(10, pipeline(summary(recorded)).speedUp().rounds().size());
  }

  @Test
  void aRunThatWasStoppedSaysSo() {
    var summary = summary(Recorded.healthy(12).without(PIPELINE, 12));
    assertEquals(11, summary.rounds());
    assertTrue(summary.trust().doubts().getFirst().contains("11 are complete"));
  }

  @Test
  void aRunInBlocksWithholdsEveryClaim() {
    var summary = summary(Recorded.healthy(12).inBlocks());
    assertTrue(summary.trust().withheld().getFirst().startsWith("Not interleaved"));
    assertEquals(Standing.WITHHELD, pipeline(summary).speedUp().standing());
  }

  @Test
  void aModelThatIsAheadOfItsControlIsNotStated() {
    var summary = summary(Recorded.healthy(5).without(CONTROL, 5));
    assertEquals(5, pipeline(summary).speedUp().rounds().size());
    assertEquals(Standing.NOT_SUPPORTED, pipeline(summary).speedUp().standing());
    assertEquals(1, pipeline(summary).speedUp().moreRounds());
  }

  @Test
  void anIntervalWithoutAnEndIsNoneAndStatesNothing() {
    var recorded =
        Recorded.healthy(5)
            .add(SEQUENTIAL, Kind.MODEL, "sequential", 1, null, _ -> 1000)
            .add(PIPELINE, Kind.MODEL, "pipeline", 2, SEQUENTIAL, r -> r == 1 ? 1900 : 1800);
    var speedUp = pipeline(summary(recorded)).speedUp();
    assertNull(speedUp.interval());
    assertEquals(Standing.NOT_SUPPORTED, speedUp.standing());
  }

  @Test
  void aWithheldRunFitsNothing() {
    var recorded = Recorded.healthy(12).inBlocks();
    for (int n = 1; n <= 64; n *= 2) {
      recorded.add(
          "catalog/model/entries/locks@" + n, Kind.MODEL, "locks", n, SEQUENTIAL, noisy(n, n));
    }
    var scaling =
        new Analysis(recorded.raw(), 64).summary().groups().getFirst().scaling().getFirst();
    assertEquals("All claims of this run are withheld.", scaling.refused());
  }

  @Test
  void aMachineThatOthersUsedWithholdsEveryClaim() {
    var summary = summary(Recorded.healthy(12).disturbed(36, 50));
    assertTrue(summary.trust().withheld().getFirst().startsWith("Other processes used over 5 %"));
    assertEquals(Standing.WITHHELD, pipeline(summary).speedUp().standing());
  }

  @Test
  void aFewForksBesideOthersAreADoubt() {
    var summary = summary(Recorded.healthy(12).disturbed(3, 50));
    assertEquals(List.of(), summary.trust().withheld());
    assertTrue(summary.trust().doubts().getFirst().contains("during 3 of 72 forks"));
  }

  @Test
  void scalingOverTwoCoresIsRefused() {
    var recorded = Recorded.healthy(12);
    for (int n = 1; n <= 64; n *= 2) {
      recorded.add(
          "catalog/model/entries/locks@" + n,
          Kind.MODEL,
          "locks",
          n,
          SEQUENTIAL,
          noisy(1000 * Math.min(n, 2), n));
    }
    var scaling = summary(recorded).groups().getFirst().scaling().getFirst();
    assertNotNull(scaling.refused());
    assertEquals(List.of(), scaling.curve());
  }

  @Test
  void scalingWithinEnoughCoresIsFittedAsFarAsItWasMeasured() {
    var recorded = Recorded.healthy(12);
    for (int n = 1; n <= 64; n *= 2) {
      double slowed = 1 + 0.02 * (n - 1);
      recorded.add(
          "catalog/model/entries/locks@" + n,
          Kind.MODEL,
          "locks",
          n,
          SEQUENTIAL,
          noisy(1000 * n / slowed, n));
    }
    var scaling =
        new Analysis(recorded.raw(), 32).summary().groups().getFirst().scaling().getFirst();
    assertNull(scaling.refused());
    assertEquals(0.02, scaling.sigma().value(), 0.01);
    assertEquals(32, scaling.curve().getLast().workers());
  }

  @Test
  void workThatWaitsIsFittedOverCallsInFlightWhateverTheCores() {
    var recorded =
        Recorded.healthy(12)
            .waiting()
            .add(SEQUENTIAL, Kind.MODEL, "sequential", 1, null, noisy(1000, 0));
    for (int n = 1; n <= 64; n *= 2) {
      double slowed = 1 + 0.02 * (n - 1);
      recorded.add(
          "catalog/model/entries/async@" + n,
          Kind.MODEL,
          "async",
          n,
          SEQUENTIAL,
          noisy(1000 * n / slowed, n));
    }
    var scaling = summary(recorded).groups().getFirst().scaling().getFirst();
    assertNull(scaling.refused());
    assertEquals(64, scaling.curve().getLast().workers());
  }

  @Test
  void allocationAndProcessorTimeAreThoseOfAUnit() {
    var row = pipeline(summary(Recorded.healthy(12)));
    assertEquals(11, row.allocatedBytes().value(), 1e-9);
    assertEquals(500, row.cpuNanos().value(), 1e-9);
  }

  @Test
  void theSameRawDataGivesTheSameSummary() {
    assertEquals(summary(Recorded.healthy(12)), summary(Recorded.healthy(12)));
  }

  @Test
  void aBaselineAloneIsNoGroup() {
    var recorded =
        new Recorded(5).add(SEQUENTIAL, Kind.MODEL, "sequential", 1, null, noisy(1000, 0));
    assertFalse(summary(recorded).groups().stream().anyMatch(g -> g.kind() == Kind.MODEL));
  }

  private static double noise(int round) {
    return noisy(1000, 0).applyAsDouble(round);
  }

  private static Summary summary(Recorded recorded) {
    return new Analysis(recorded.raw(), CORES).summary();
  }

  private static Row pipeline(Summary summary) {
    return summary.groups().getFirst().rows().stream()
        .filter(row -> row.name().equals("pipeline"))
        .findFirst()
        .orElseThrow();
  }
}
