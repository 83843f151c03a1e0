package quintet.async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PermitPoolTest {

  @Test
  void aPermitThatIsFreeIsThereAtOnce() {
    var permits = new PermitPool(2, Runnable::run);

    assertTrue(permits.acquire().isDone());
    assertTrue(permits.acquire().isDone());
    assertFalse(permits.acquire().isDone());
  }

  @Test
  void turnsComeInTheOrderInWhichTheyWereAskedFor() {
    var permits = new PermitPool(1, Runnable::run);
    var turns = new ArrayList<Integer>();
    for (int i = 0; i < 4; i++) {
      int number = i;
      var _ = permits.acquire().thenRun(() -> turns.add(number));
    }

    for (int i = 0; i < 3; i++) {
      permits.release();
    }

    assertEquals(List.of(0, 1, 2, 3), turns);
  }

  @Test
  void aPermitThatNobodyWaitsForIsKept() {
    var permits = new PermitPool(1, Runnable::run);
    var _ = permits.acquire();

    permits.release();

    assertTrue(permits.acquire().isDone());
  }

  @Test
  void aLongQueueOfShortStepsDoesNotGrowTheStack() {
    var tasks = new ArrayDeque<Runnable>();
    var permits = new PermitPool(1, tasks::add);
    var steps = new AtomicInteger();
    for (int i = 0; i < 100_000; i++) {
      var _ =
          permits
              .acquire()
              .thenRun(
                  () -> {
                    steps.incrementAndGet();
                    permits.release();
                  });
    }

    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }

    assertEquals(100_000, steps.get());
  }
}
