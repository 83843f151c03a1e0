package quintet.workloads.tasks;

import java.time.Duration;

/** What timeouts are measured with. Thread-safe. A test puts a clock of its own in its place. */
public interface Time {

  /** The machine's. */
  Time SYSTEM =
      new Time() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
          Thread.sleep(duration);
        }
      };

  /** Nanoseconds since some moment: only differences mean anything. */
  long nanos();

  /** Returns when that much time has passed, or a little later. */
  void sleep(Duration duration) throws InterruptedException;
}
