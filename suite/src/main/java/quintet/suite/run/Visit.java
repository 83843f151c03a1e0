package quintet.suite.run;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.security.SecureRandom;
import java.util.BitSet;
import quintet.workloads.tasks.Task;
import quintet.workloads.tasks.data.Kernel;

/**
 * Does what the usual task does, and tells which worker of which process did it. Models and engines
 * replace their threads; so a worker is a place among those that are at work at the same time.
 */
record Visit(Kernel kernel, long number) implements Task.Body<Long> {

  /** No two processes have the same. */
  private static final long PROCESS = new SecureRandom().nextLong();

  @Override
  public Long call() {
    int place = Places.take();
    try {
      long result = kernel.applyAsLong(number); // used, or a compiler could leave it out
      return result == number ? 0 : PROCESS + place;
    } finally {
      Places.leave(place);
    }
  }

  /** The places of this process at which tasks are being done. Thread-safe: one monitor. */
  private static final class Places {

    @GuardedBy("Places.class")
    private static final BitSet TAKEN = new BitSet();

    /** Takes the lowest that is free. */
    static synchronized int take() {
      int place = TAKEN.nextClearBit(0);
      TAKEN.set(place);
      return place;
    }

    static synchronized void leave(int place) {
      TAKEN.clear(place);
    }
  }
}
