package quintet.workloads.harvest;

import java.time.Duration;
import java.time.Instant;

/**
 * What time it is, and how long it takes for some to pass. Thread-safe.
 *
 * <p>The seam for tests: theirs answers that no time is needed and jumps ahead, so that a pause of
 * a minute costs nothing. Timeouts of calls in flight are real, since the network is.
 */
public interface Time {

  /** The computer's. */
  Time SYSTEM =
      new Time() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public Duration toPass(Duration pause) {
          return pause;
        }
      };

  /** The time of day, to be compared with the dates that servers send. */
  Instant now();

  /** Nanoseconds since some moment; only differences mean anything. Never goes back. */
  long nanos();

  /** How long to wait until this pause is over. Call it once for each pause. */
  Duration toPass(Duration pause);
}
