package quintet.services.api;

import java.time.Duration;

/** How the server waits. Tests give one that returns at once, or that they let go themselves. */
@FunctionalInterface
public interface Pause {

  /** Really waits. */
  Pause REAL = Thread::sleep;

  /**
   * Returns when {@code duration} is over.
   *
   * @throws InterruptedException at once when the server is stopped
   */
  void pause(Duration duration) throws InterruptedException;
}
