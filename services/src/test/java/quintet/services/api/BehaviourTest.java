package quintet.services.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BehaviourTest {

  private static final int MANY = 20_000;

  private static final Behaviour MIXED =
      Behaviour.seeded(7)
          .with(Latency.logNormal(Duration.ofMillis(20), 0.5))
          .with(new Faults(10, 5, 5, 3, 5, 2, Integer.MAX_VALUE));

  @Test
  void theSameRequestMeetsTheSameFate() {
    for (int item = 1; item <= 100; item++) {
      assertEquals(MIXED.fate(item, 1), MIXED.fate(item, 1));
    }
  }

  @Test
  void anotherSeedItemOrAttemptMeetsAnother() {
    var here = fates(MIXED, 1);
    assertNotEquals(here, fates(MIXED, 2));
    assertNotEquals(
        here,
        fates(
            new Behaviour(
                8,
                MIXED.latency(),
                MIXED.faults(),
                MIXED.rateLimit(),
                MIXED.slowBody(),
                MIXED.retryAfter()),
            1));
  }

  @Test
  void eachFaultHasItsShare() {
    var fates = fates(MIXED, 1);
    assertShare(2, fates, fate -> fate instanceof Fate.Refusal r && r.status() == 404);
    assertShare(9.8, fates, fate -> fate instanceof Fate.Refusal r && r.status() >= 500);
    assertShare(4.9, fates, fate -> fate instanceof Fate.Refusal r && r.status() == 429);
    assertShare(4.9, fates, fate -> fate instanceof Fate.Answer a && a.body().isPositive());
    assertShare(2.9, fates, fate -> fate instanceof Fate.Reset);
    assertShare(4.9, fates, fate -> fate instanceof Fate.Hang);
  }

  /** Five standard deviations of a share of 10 % in so many are one percent point. */
  private static void assertShare(double percent, List<Fate> fates, Predicate<Fate> counted) {
    double found = 100.0 * fates.stream().filter(counted).count() / fates.size();
    assertEquals(percent, found, 1.1);
  }

  @Test
  void whetherTheSecondAttemptFailsDoesNotDependOnTheFirst() {
    var errors = Behaviour.seeded(1).with(Faults.NONE.withErrors(50));
    long both =
        IntStream.rangeClosed(1, MANY)
            .filter(item -> errors.fate(item, 1) instanceof Fate.Refusal)
            .filter(item -> errors.fate(item, 2) instanceof Fate.Refusal)
            .count();
    assertEquals(0.25, (double) both / MANY, 0.02);
  }

  @Test
  void latenciesKeepToTheirBounds() {
    var least = Duration.ofMillis(5);
    var most = Duration.ofMillis(50);
    var bounded = new Latency.LogNormal(Duration.ofMillis(20), 2, least, most);
    for (var latency : List.of(Latency.uniform(least, most), bounded)) {
      for (int item = 1; item <= 1000; item++) {
        var drawn = latency.draw(Chance.of(item));
        assertTrue(drawn.compareTo(least) >= 0 && drawn.compareTo(most) <= 0, drawn.toString());
      }
    }
  }

  @Test
  void halfOfTheLogNormalLatenciesAreUnderTheMedian() {
    var latency = Latency.logNormal(Duration.ofMillis(20), 0.5);
    long under =
        IntStream.range(0, MANY)
            .filter(i -> latency.draw(Chance.of(i)).compareTo(Duration.ofMillis(20)) < 0)
            .count();
    assertEquals(0.5, (double) under / MANY, 0.02);
  }

  @Test
  void whatCannotBeIsRefused() {
    var second = Duration.ofSeconds(1);
    assertThrows(IllegalArgumentException.class, () -> Faults.NONE.withErrors(101));
    assertThrows(IllegalArgumentException.class, () -> Faults.NONE.withErrors(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Faults.NONE.withErrors(60).withResets(60));
    assertThrows(IllegalArgumentException.class, () -> Latency.fixed(second.negated()));
    assertThrows(IllegalArgumentException.class, () -> Latency.fixed(Duration.ofMinutes(2)));
    assertThrows(
        IllegalArgumentException.class, () -> Latency.uniform(second, Duration.ofMillis(1)));
    assertThrows(IllegalArgumentException.class, () -> Latency.logNormal(second, -1));
    assertThrows(IllegalArgumentException.class, () -> RateLimit.perSecond(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> Behaviour.seeded(1).withRetryAfter(Duration.ofMillis(1)));
  }

  @Test
  void someItemsHoldWhatACsvWriterMustQuote() {
    var all = new StringBuilder();
    var items = new Items(7);
    for (int item = 1; item <= 50; item++) {
      all.append(new String(items.json(item), UTF_8));
    }
    for (var special : List.of(", but", "\\\"the best\\\"", "\\n", "\\r\\n", "M\u00fcller")) {
      assertTrue(all.indexOf(special) > 0, special);
    }
  }

  private static List<Fate> fates(Behaviour behaviour, int attempt) {
    var fates = new ArrayList<Fate>();
    for (int item = 1; item <= MANY; item++) {
      fates.add(behaviour.fate(item, attempt));
    }
    return fates;
  }
}
