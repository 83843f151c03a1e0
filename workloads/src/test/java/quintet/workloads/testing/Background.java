package quintet.workloads.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A call in a thread of its own, which a test can interrupt and wait for. */
public final class Background<T> {

  private final FutureTask<T> call;
  private final Thread thread;

  private Background(Callable<T> call) {
    this.call = new FutureTask<>(call);
    thread = Thread.ofPlatform().name("caller").start(this.call);
  }

  public static <T> Background<T> start(Callable<T> call) {
    return new Background<>(call);
  }

  /** Waits until the call waits for something. */
  public void awaitWaiting() {
    await().pollDelay(Duration.ZERO).until(() -> thread.getState() == Thread.State.WAITING);
  }

  /** Interrupts the thread, not the call: the call itself must notice. */
  public void interrupt() {
    thread.interrupt();
  }

  /** Waits for the call; throws what it threw. */
  public T result() throws Exception {
    try {
      return call.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }
}
