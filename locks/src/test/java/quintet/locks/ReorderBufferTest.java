package quintet.locks;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Who waits for what, and who is woken: scripted, one step after the other, since no random
 * schedule shows a wake-up that is missing. A thread waits when its state says so.
 */
@Timeout(10)
final class ReorderBufferTest {

  private final ReorderBuffer<String> buffer = new ReorderBuffer<>(2);
  private @Nullable Thread waiting;

  @AfterEach
  void noThreadIsLeft() throws InterruptedException {
    if (waiting != null) {
      waiting.interrupt();
      waiting.join();
    }
  }

  @Test
  void elementsComeInTheOrderOfTheirNumbers() throws InterruptedException {
    reserveAll();
    buffer.put(1, "b");
    assertNull(buffer.poll());
    buffer.put(0, "a");
    assertEquals("a", buffer.take());
    assertEquals("b", buffer.poll());
    assertNull(buffer.poll());
  }

  @Test
  void reserveWaitsUntilAPollMakesRoom() throws Exception {
    reserveAll();
    buffer.put(0, "a");
    var reserved = waitingFor(this::reserved);
    assertEquals("a", buffer.poll());
    assertTrue(reserved.get());
  }

  @Test
  void tryReserveNeverWaits() throws InterruptedException {
    reserveAll();
    assertFalse(buffer.tryReserve());
  }

  @Test
  void takeWaitsForTheElementWhoseTurnItIs() throws Exception {
    reserveAll();
    var taken = waitingFor(buffer::take);
    buffer.put(1, "b");
    assertFalse(taken.isDone());
    buffer.put(0, "a");
    assertEquals("a", taken.get());
  }

  @Test
  void theEndWakesTheConsumer() throws Exception {
    var taken = waitingFor(buffer::take);
    buffer.endAt(0);
    assertNull(taken.get());
  }

  @Test
  void theEndWakesEveryThreadThatWaitsForRoom() throws Exception {
    reserveAll();
    var first = waitingFor(this::reserved);
    var second = waitingFor(this::reserved);
    buffer.endAt(2);
    assertTrue(first.get());
    assertTrue(second.get());
  }

  @Test
  void behindTheEndNobodyWaitsForRoom() throws InterruptedException {
    reserveAll();
    buffer.endAt(2);
    assertTrue(reserved());
    assertFalse(buffer.tryReserve());
  }

  @Test
  void theEndComesBehindTheElementsBeforeIt() throws Exception {
    reserveAll();
    buffer.endAt(1);
    buffer.endAt(1);
    var taken = waitingFor(buffer::take);
    buffer.put(0, "a");
    assertEquals("a", taken.get());
    assertNull(buffer.take());
  }

  @Test
  void anInterruptEndsTheWaitForRoom() throws Exception {
    reserveAll();
    assertInterruptible(waitingFor(this::reserved));
  }

  @Test
  void anInterruptEndsTheWaitForAnElement() throws Exception {
    assertInterruptible(waitingFor(buffer::take));
  }

  private void assertInterruptible(FutureTask<?> wait) throws InterruptedException {
    if (waiting != null) {
      waiting.interrupt();
    }
    var error = assertThrows(ExecutionException.class, wait::get);
    assertInstanceOf(InterruptedException.class, error.getCause());
  }

  private void reserveAll() throws InterruptedException {
    buffer.reserve();
    buffer.reserve();
  }

  private boolean reserved() throws InterruptedException {
    buffer.reserve();
    return true;
  }

  /** Starts the call in a thread of its own, and returns when that thread waits. */
  private <V extends @Nullable Object> FutureTask<V> waitingFor(Callable<V> call) {
    var task = new FutureTask<>(call);
    var thread = Thread.ofPlatform().daemon().start(task);
    await().until(() -> thread.getState() == Thread.State.WAITING);
    waiting = thread;
    return task;
  }
}
