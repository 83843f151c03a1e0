package quintet.workloads.tasks;

import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive tasks of a run, done one after the other by one thread.
 *
 * <p><b>Not thread-safe.</b> A chunk is confined to who pulled it, then to who does it, then to the
 * consumer; the model hands it on safely.
 *
 * @param <T> the type of the values
 */
public final class Chunk<T extends @Nullable Object> {

  /** Stands where the value of a task would be that threw. */
  private record Thrown(Throwable exception) {}

  private final long number;
  private final long firstIndex;
  private final long pullNanos;

  /** Tasks; and from the first on, in their places, what came of them. */
  private final @Nullable Object[] slots;

  private final int size;
  private final int room;
  private final Pace pace;
  private final Supervision supervision;
  private int done;

  /**
   * @param pullNanos how long it took to pull the tasks
   * @param slots begins with so many tasks as {@code size} says
   * @param room in the window that it takes, at least its size
   */
  Chunk(
      long number,
      long firstIndex,
      long pullNanos,
      @Nullable Object[] slots,
      int size,
      int room,
      Pace pace,
      Supervision supervision) {
    this.number = number;
    this.firstIndex = firstIndex;
    this.pullNanos = pullNanos;
    this.slots = slots;
    this.size = size;
    this.room = room;
    this.pace = pace;
    this.supervision = supervision;
  }

  /** Counted from 0, in the order of the source. */
  public long number() {
    return number;
  }

  /** How much room in the window it takes, until its tasks are handed over. */
  public int room() {
    return room;
  }

  // ---- doing the tasks

  /**
   * Does the tasks in this thread, which is that of the seat. Ends early when the run is stopped,
   * or the consumer interrupted: nobody will ask for this chunk then.
   *
   * <p>A worker of a run that is stopped comes back interrupted, so that it waits for nothing more:
   * with the interrupt of the task it may have cleared the one that was meant for itself.
   */
  public void runAt(Seat seat) {
    long start = System.nanoTime();
    if (supervision.job().taskTimeout() != null) {
      runTimed(seat);
    } else if (seat == supervision.consumer()) { // who sits in it already
      runAll(seat);
    } else {
      seat.sit(Seat.FOREVER);
      try {
        runAll(seat);
      } finally {
        seat.getUp();
      }
    }
    if (done > 0) {
      pace.observe(done, pullNanos + System.nanoTime() - start);
    }
    if (supervision.stopped() && !seat.isConsumers()) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Does the tasks in the consumer's thread, in place of a worker.
   *
   * @throws InterruptedException if the consumer was interrupted meanwhile
   */
  public void runByConsumer() throws InterruptedException {
    runAt(supervision.consumerAtWork());
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted in a task");
    }
  }

  private void runAll(Seat seat) {
    boolean goesOn = true;
    while (goesOn && done < size && !supervision.stopped()) {
      goesOn = settle(resultOfNext(), seat);
    }
  }

  private void runTimed(Seat seat) {
    boolean goesOn = true;
    while (goesOn && done < size) {
      seat.sit(supervision.taskDeadline());
      boolean shaken;
      Object result = null;
      boolean stopped;
      try {
        stopped = supervision.stopped();
        if (!stopped) {
          result = resultOfNext();
        }
      } finally {
        shaken = seat.getUp();
      }
      if (stopped) {
        return;
      }
      if (shaken && !supervision.stopped()) {
        result = new Thrown(supervision.taskOverdue());
      }
      goesOn = settle(result, seat);
    }
  }

  private @Nullable Object resultOfNext() {
    try {
      return task().body().call();
    } catch (Throwable e) { // whatever a task throws is its failure
      return new Thrown(e);
    }
  }

  /** Returns whether to go on with the next task. */
  private boolean settle(@Nullable Object result, Seat seat) {
    boolean interrupted = Thread.currentThread().isInterrupted();
    if (seat.isConsumers()) {
      if (result instanceof Thrown(InterruptedException _) && !seat.isShaken()) {
        Thread.currentThread().interrupt(); // it was meant for the run
        return false;
      }
    } else if (interrupted && !supervision.stopped()) {
      Thread.interrupted(); // the task left it behind, and the next has nothing to do with it
      interrupted = false;
    }
    if (result instanceof Thrown(Throwable exception)) {
      var failure = new TaskFailedException(index(done), task(), exception);
      slots[done++] = new Thrown(failure);
      return supervision.job().returnExceptions() || failFast(failure, seat);
    }
    slots[done++] = result;
    return !interrupted;
  }

  private boolean failFast(TaskFailedException failure, Seat seat) {
    boolean endsTheRun = !supervision.stopped() && supervision.stopBecause(failure);
    if (!endsTheRun && !comesOfAnInterrupt(failure.getCause())) {
      seat.keep(failure);
    }
    return false;
  }

  private static boolean comesOfAnInterrupt(@Nullable Throwable exception) {
    return exception instanceof InterruptedException
        || exception instanceof ClosedByInterruptException;
  }

  @SuppressWarnings("unchecked") // the slots from here on are tasks
  private Task<? extends T> task() {
    return (Task<? extends T>) slots[done];
  }

  private long index(int slot) {
    return firstIndex + slot;
  }

  // ---- what came of them

  /** How many tasks are done: the first ones. */
  int done() {
    return done;
  }

  @SuppressWarnings("unchecked") // the slots up to here are values or failures
  Outcome<T> outcome(int slot) {
    var result = slots[slot];
    return result instanceof Thrown(Throwable failure)
        ? new Outcome.Failed<>(index(slot), (TaskFailedException) failure)
        : new Outcome.Done<>(index(slot), (T) result);
  }

  @SuppressWarnings("unchecked") // the slots up to here are values, if nothing failed
  T value(int slot) {
    return (T) slots[slot];
  }
}
