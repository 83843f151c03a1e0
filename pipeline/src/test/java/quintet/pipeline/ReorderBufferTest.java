package quintet.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Who waits for what, and who is woken: scripted, one step after the other, since no random
 * schedule shows a wake-up that is missing. A thread waits when its state says so.
 */
@Timeout(10)
final class ReorderBufferTest {

  private final ReorderBuffer<String> buffer = new ReorderBuffer<>(2);

  @Test
  void elementsComeInTheOrderOfTheirNumbers() {
    buffer.put(1, "b");
    assertNull(buffer.poll());
    buffer.put(0, "a");
    assertEquals("a", buffer.poll());
    assertEquals("b", buffer.poll());
    assertNull(buffer.poll());
  }

  @Test
  void aSlotIsUsedAgain() {
    for (int number = 0; number < 5; number++) {
      buffer.put(number, "element " + number);
      assertEquals("element " + number, buffer.poll());
    }
  }

  @Test
  void aSignalFromBeforeTheWaitEndsIt() throws InterruptedException {
    buffer.signal();
    buffer.awaitSignal();
  }

  @Test
  void aPutWakesTheConsumer() throws Exception {
    var consumer = new FutureTask<>(this::signalled);
    startAndAwaitItsWait(consumer);
    buffer.put(0, "a");
    assertEquals("a", consumer.get());
  }

  @Test
  void signalsFromBeforeTheWaitCountAsOne() throws Exception {
    buffer.signal();
    buffer.signal();
    buffer.awaitSignal();
    var consumer = new FutureTask<>(this::signalled);
    var thread = startAndAwaitItsWait(consumer);
    thread.interrupt();
    assertThrows(ExecutionException.class, consumer::get);
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    var consumer = new FutureTask<>(this::signalled);
    var thread = startAndAwaitItsWait(consumer);
    thread.interrupt();
    var error = assertThrows(ExecutionException.class, consumer::get);
    assertInstanceOf(InterruptedException.class, error.getCause());
  }

  private String signalled() throws InterruptedException {
    buffer.awaitSignal();
    return String.valueOf(buffer.poll());
  }

  private static Thread startAndAwaitItsWait(FutureTask<String> consumer) {
    var thread = Thread.ofPlatform().daemon().start(consumer);
    await().until(() -> thread.getState() == Thread.State.WAITING);
    return thread;
  }
}
