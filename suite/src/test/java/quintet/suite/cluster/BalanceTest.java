package quintet.suite.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class BalanceTest {

  private static final UUID A = new UUID(1, 1);
  private static final UUID B = new UUID(2, 2);
  private static final List<UUID> BOTH = List.of(A, B);

  /** By the last digit of the id. */
  private static UUID ownerOf(String id) {
    return BOTH.get(id.charAt(id.length() - 1) & 1);
  }

  @Test
  void theMemberWithTheFewestTasksIsChosenByAnIdOfItsOwn() throws InterruptedException {
    var balance = new Balance(() -> BOTH, BalanceTest::ownerOf, 1_000);
    var chosen = new ArrayList<UUID>();
    for (int i = 0; i < 4; i++) {
      var choice = balance.next();
      assertEquals(choice.member(), ownerOf(choice.id()));
      chosen.add(choice.member());
    }

    assertEquals(List.of(A, B, A, B), chosen);
  }

  @Test
  void aTaskThatHasEndedCountsNoMore() throws InterruptedException {
    var balance = new Balance(() -> BOTH, BalanceTest::ownerOf, 1_000);
    var first = balance.next();
    balance.ended(first);

    assertEquals(first.member(), balance.next().member());
  }

  @Test
  void theFirstTasksWaitUntilItIsKnownWhatBelongsToWhom() throws InterruptedException {
    var asked = new CountDownLatch(1);
    var known = new AtomicBoolean();
    var balance =
        new Balance(
            () -> BOTH,
            id -> {
              asked.countDown();
              return known.get() ? ownerOf(id) : null;
            },
            1_000);
    var choices = new ArrayList<Balance.Choice>();
    var sender = Thread.ofPlatform().start(() -> choices.addAll(chosen(balance, 2)));
    asked.await();
    synchronized (balance) { // free while it waits
      known.set(true);
    }
    sender.join();

    assertEquals(List.of(A, B), choices.stream().map(Balance.Choice::member).toList());
    assertEquals(List.of(A, B), choices.stream().map(choice -> ownerOf(choice.id())).toList());
  }

  private static List<Balance.Choice> chosen(Balance balance, int tasks) {
    var choices = new ArrayList<Balance.Choice>();
    try {
      for (int i = 0; i < tasks; i++) {
        choices.add(balance.next());
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return choices;
  }

  @Test
  void anInterruptEndsThatWait() {
    var balance = new Balance(() -> BOTH, _ -> null, 1_000);
    Thread.currentThread().interrupt();

    assertThrows(InterruptedException.class, balance::next);
  }

  @Test
  void aTaskCountsForTheMemberThatHasItAndNotForOneThatOwnsNothing() throws InterruptedException {
    var balance = new Balance(() -> BOTH, _ -> B, 1);

    assertEquals(B, balance.next().member());
  }
}
