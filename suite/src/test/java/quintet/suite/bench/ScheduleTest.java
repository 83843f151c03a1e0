package quintet.suite.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quintet.suite.bench.Schedule.Turn;
import quintet.suite.results.Bound;
import quintet.suite.results.Kind;
import quintet.suite.results.Variant;

final class ScheduleTest {

  private static final List<Variant> VARIANTS =
      IntStream.range(0, 20).mapToObj(i -> variant("variant-" + i)).toList();

  private final Schedule schedule = new Schedule(VARIANTS, 7, false);

  @Test
  void everyRoundHasEveryVariantOnce() {
    for (int round = 1; round <= 5; round++) {
      var turns = schedule.round(round);
      assertEquals(VARIANTS.size(), turns.size());
      assertEquals(Set.copyOf(VARIANTS), new HashSet<>(turns.stream().map(Turn::variant).toList()));
    }
  }

  @Test
  void eachRoundHasAnOrderOfItsOwn() {
    assertNotEquals(order(schedule.round(1)), order(schedule.round(2)));
  }

  @Test
  void theSameSeedGivesTheSameOrder() {
    assertEquals(schedule.rounds(3), new Schedule(VARIANTS, 7, false).rounds(3));
  }

  @Test
  void anotherSeedGivesAnotherOrder() {
    assertNotEquals(schedule.round(1), new Schedule(VARIANTS, 8, false).round(1));
  }

  @Test
  void theFirstRoundsAreTheSameWhateverTheNumberOfRounds() {
    assertEquals(schedule.rounds(2), schedule.rounds(5).subList(0, 2 * VARIANTS.size()));
  }

  @Test
  void blocksHaveAllRoundsOfAVariantInARow() {
    var turns = new Schedule(VARIANTS, 7, true).rounds(3);
    assertEquals(3 * VARIANTS.size(), turns.size());
    for (int i = 0; i < turns.size(); i++) {
      assertEquals(turns.get(i - i % 3).variant(), turns.get(i).variant());
      assertEquals(i % 3 + 1, turns.get(i).round());
    }
  }

  private static List<String> order(List<Turn> turns) {
    return turns.stream().map(turn -> turn.variant().id()).toList();
  }

  private static Variant variant(String id) {
    return new Variant(
        id,
        "catalog",
        Kind.MODEL,
        "entries",
        id,
        2,
        Bound.CORES,
        null,
        "records",
        0,
        "Benchmark.run",
        Map.of());
  }
}
