package quintet.locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import quintet.workloads.testing.Background;

final class ShiftTest {

  @Test
  void theEndInterruptsAllThatWork() throws Exception {
    try (var threads = Executors.newCachedThreadPool()) {
      var shift = new Shift(threads);
      var working = new CountDownLatch(2);
      var interrupted = new CountDownLatch(2);
      for (int i = 0; i < 2; i++) {
        shift.begin(() -> workUntilInterrupted(working, interrupted));
      }
      working.await();

      shift.end();

      assertEquals(0, interrupted.getCount());
    }
  }

  private static void workUntilInterrupted(CountDownLatch working, CountDownLatch interrupted) {
    working.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
  }

  @Test
  void whoComesAfterTheEndDoesNoWork() throws Exception {
    var late = new LinkedBlockingQueue<Runnable>();
    var worked = new AtomicBoolean();
    var shift = new Shift(late::add);
    shift.begin(() -> worked.set(true));
    var end = Background.start(() -> endOf(shift));
    end.awaitWaiting();

    late.take().run();

    assertEquals("over", end.result());
    assertFalse(worked.get());
  }

  private static String endOf(Shift shift) {
    shift.end();
    return "over";
  }

  @Test
  void aThreadGoesBackAsItCame() throws Exception {
    var working = new CountDownLatch(1);
    var wentBackInterrupted = new CompletableFuture<Boolean>();
    var shift =
        new Shift(
            work ->
                Thread.startVirtualThread(
                    () -> {
                      work.run();
                      wentBackInterrupted.complete(Thread.currentThread().isInterrupted());
                    }));
    shift.begin(
        () -> {
          working.countDown();
          while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
          }
        });
    working.await();

    shift.end();

    assertFalse(wentBackInterrupted.get());
  }

  @Test
  void whoCouldNotBeginIsNotWaitedFor() {
    var shift =
        new Shift(
            _ -> {
              throw new RejectedExecutionException("no thread");
            });

    assertThrows(RejectedExecutionException.class, () -> shift.begin(() -> {}));

    shift.end();
  }
}
