package quintet.workloads.harvest;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A run in a thread of its own, which a test can interrupt and wait for. */
final class Background<T> {

  /** Far more than a second: what matters is that it ends. */
  private static final long MOST_SECONDS = 60;

  private final FutureTask<T> call;
  private final Thread thread;

  private Background(Callable<T> call) {
    this.call = new FutureTask<>(call);
    thread = Thread.ofPlatform().daemon().name("caller").start(this.call);
  }

  static <T> Background<T> start(Callable<T> call) {
    return new Background<>(call);
  }

  /** Interrupts the thread, not the call: the call itself must notice. */
  void interrupt() {
    thread.interrupt();
  }

  boolean isDone() {
    return call.isDone();
  }

  /** Waits for the call; throws what it threw. */
  T result() throws Exception {
    try {
      return call.get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    } catch (TimeoutException e) {
      throw new AssertionError(
          "the run hangs: " + java.util.Arrays.toString(thread.getStackTrace()), e);
    }
  }
}
