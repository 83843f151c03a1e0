package quintet.locks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import quintet.workloads.tasks.Seat;

/**
 * The threads at work in one run. They are borrowed, so they cannot be told by their end that the
 * work is over: each sits in a {@link Seat} of the shift while it works, and whoever ends the shift
 * shakes the seats and waits until everybody has left.
 *
 * <pre>
 *   begin --> sit --> over? --no--> work --> get up --> leave
 *                       +-----yes-------------^
 *   end   --> over, shake all --> wait until all have left
 * </pre>
 *
 * <p><b>Shared:</b> {@code over} and the seats, all volatile: who ends the shift sees who sits, or
 * who sits down sees that it is over (JLS 17.4.4; proof: {@code StopSeesTheSeatProof}, of the same
 * order of steps). The phaser counts who has not left; to leave happens-before {@code end} returns.
 * To begin and to end is confined to the owner.
 *
 * <p><b>Stops</b> by an interrupt of those who sit; nobody is interrupted after he left, so a
 * thread goes back as it came.
 */
final class Shift {

  /** From one run to the next: a thread costs as much as a hundred tasks of a microsecond. */
  private static final long KEPT_MILLIS = 50;

  private final Executor threads;
  private final List<Seat> seats = new ArrayList<>();
  private final Phaser atWork = new Phaser(1);
  private volatile boolean over;

  /**
   * @param threads starts what it is given at once, in a thread that does nothing else meanwhile
   */
  Shift(Executor threads) {
    this.threads = threads;
  }

  /** Lends threads to the shifts of any number of runs, and keeps those that come back a moment. */
  static Executor lender(ThreadFactory factory) {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE, // each run has threads of its own, or nested runs could starve
        KEPT_MILLIS,
        TimeUnit.MILLISECONDS,
        new SynchronousQueue<>(),
        factory);
  }

  /** Does the work in a thread of its own. It must end when it is interrupted. */
  void begin(Runnable work) {
    var seat = new Seat();
    seats.add(seat);
    atWork.register();
    boolean begun = false;
    try {
      threads.execute(() -> workAt(seat, work));
      begun = true;
    } finally {
      if (!begun) {
        atWork.arriveAndDeregister();
      }
    }
  }

  private void workAt(Seat seat, Runnable work) {
    seat.sit(Seat.FOREVER);
    try {
      if (!over) {
        work.run();
      }
    } finally {
      seat.getUp();
      atWork.arriveAndDeregister();
    }
  }

  /** Interrupts the work, and waits until all have left; even if the owner is interrupted. */
  void end() {
    over = true;
    seats.forEach(Seat::shake);
    atWork.arriveAndAwaitAdvance();
  }
}
