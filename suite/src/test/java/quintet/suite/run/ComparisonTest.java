package quintet.suite.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quintet.suite.Models;
import quintet.suite.cli.ProgressLine;
import quintet.suite.cli.Terminal;

final class ComparisonTest {

  private static final List<Models> THREE = List.of(Models.SEQUENTIAL, Models.ASYNC, Models.LOCKS);

  private static Comparison.Result<String> compared(FakePiece piece, int rounds, int warmUpSeconds)
      throws IOException, InterruptedException {
    return compared(piece, THREE, rounds, warmUpSeconds);
  }

  private static Comparison.Result<String> compared(
      FakePiece piece, List<Models> models, int rounds, int warmUpSeconds)
      throws IOException, InterruptedException {
    var nowhere = OutputStream.nullOutputStream();
    var terminal = Terminal.plain(nowhere, nowhere, StandardCharsets.UTF_8);
    var plan = new Comparison.Plan(rounds, 1, Duration.ofSeconds(warmUpSeconds));
    return new Comparison<>(piece, models, plan, new ProgressLine(terminal)).run();
  }

  @Test
  void everyModelPlaysOnceInEveryRoundBehindTheBaselinesFirst()
      throws IOException, InterruptedException {
    var piece = new FakePiece("fake", false, model -> "same");
    var result = compared(piece, 4, 0);
    assertTrue(result.agreed());
    assertEquals("sequential", piece.diary.getFirst());
    var all = Set.of("sequential", "async", "locks");
    for (int round = 0; round < 4; round++) {
      assertEquals(all, Set.copyOf(piece.diary.subList(1 + 3 * round, 4 + 3 * round)));
    }
    assertEquals(
        List.of("threads of sequential", "threads of async", "threads of locks"),
        piece.diary.subList(13, 16));
    for (var standing : result.standings()) {
      assertEquals(4, standing.roundNanos().size());
      assertEquals(3, standing.threads());
    }
  }

  @Test
  void theOrderIsDrawnAnewForEachRound() throws IOException, InterruptedException {
    var piece = new FakePiece("fake", false, model -> "same");
    compared(piece, 20, 0);
    var played = piece.diary.subList(1, 61);
    assertNotEquals(Collections.nCopies(20, played.subList(0, 3)), roundsOf(played));
  }

  private static List<List<String>> roundsOf(List<String> played) {
    return IntStream.range(0, played.size() / 3)
        .mapToObj(round -> played.subList(3 * round, 3 * round + 3))
        .toList();
  }

  @Test
  void aBaselineThatWaitsPlaysOnlyOnceAndIsTimedThen() throws IOException, InterruptedException {
    var piece = new FakePiece("fake", true, model -> "same");
    var result = compared(piece, 5, 1);
    assertEquals(1, Collections.frequency(piece.diary, "sequential"));
    assertEquals(1, result.standings().getFirst().roundNanos().size());
    assertEquals(5, result.standings().getLast().roundNanos().size());
    assertTrue(result.warmUpRounds() >= 2);
  }

  @Test
  void whereOnlySuchABaselinePlaysNothingIsWarmedUp() throws IOException, InterruptedException {
    var piece = new FakePiece("fake", true, model -> "same");
    assertEquals(0, compared(piece, List.of(Models.SEQUENTIAL), 5, 1).warmUpRounds());
    assertEquals(List.of("sequential", "threads of sequential"), piece.diary);
  }

  @Test
  void aModelThatGaveAnotherAnswerPlaysNoMore() throws IOException, InterruptedException {
    var piece = new FakePiece("fake", false, model -> model == Models.LOCKS ? "other" : "same");
    var result = compared(piece, 5, 0);
    assertFalse(result.agreed());
    assertEquals(1, Collections.frequency(piece.diary, "locks"));
    assertFalse(piece.diary.contains("threads of locks"));
    assertEquals(
        "round 1 of 5, locks: other instead of same", result.standings().getLast().disagreement());
  }

  @Test
  void aBaselineThatFailsIsTheEnd() {
    var piece =
        new FakePiece(
            "fake",
            false,
            model -> {
              throw new IllegalStateException("planted");
            });
    assertThrows(IllegalStateException.class, () -> compared(piece, 1, 0));
  }
}
