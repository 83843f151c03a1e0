package quintet.pipeline;

import java.util.concurrent.Semaphore;

/**
 * The hand-shake by which a consumer stands in for a worker: it works only while that worker stands
 * aside, so both are never at work at once, and then calls it back.
 *
 * <pre>
 *   worker:    work --> aside, and tell the consumer --> wait for the call --> work
 *                                |                             ^
 *   consumer:                    +--> work, work, ... --> not aside, call
 * </pre>
 *
 * <p>Thread-safe for one worker and one consumer. The flag is volatile; only the worker sets it,
 * and only the consumer clears it, before it calls: the other way round it could clear what the
 * worker, called already, has set again, and nobody would call it any more. The call is a permit,
 * so it is not lost if it comes before the wait. Proof: {@code StandInProof}.
 */
public final class StandIn {

  private final Runnable signal;
  private final Semaphore calls = new Semaphore(0);
  private volatile boolean aside;

  /**
   * @param signal wakes the consumer
   */
  public StandIn(Runnable signal) {
    this.signal = signal;
  }

  /** Stands aside until the consumer calls. Worker only. */
  public void standAside() throws InterruptedException {
    aside = true;
    signal.run();
    calls.acquire();
  }

  /** Whether the worker stands aside, and will until it is called. Consumer only. */
  public boolean isWanted() {
    return aside;
  }

  /** Calls the worker back, if it stands aside. Consumer only. */
  public void callBack() {
    if (aside) {
      aside = false;
      calls.release();
    }
  }
}
