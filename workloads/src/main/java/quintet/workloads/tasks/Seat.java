package quintet.workloads.tasks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Where a thread sits while it does what may be interrupted. Another thread may shake the seat,
 * which interrupts whoever sits there; and only him: nobody is interrupted after he got up.
 *
 * <pre>
 *   FREE --sit--> deadline --get up--> FREE
 *                     |
 *                   shake --> SHAKING --(interrupt)--> SHAKEN --get up, clear the interrupt--> FREE
 * </pre>
 *
 * <p>Thread-safe: one number, changed by compare-and-set. It holds the deadline itself, so that who
 * shakes because of a deadline cannot hit the next sitting, which has another (JLS 17.4.5; seed
 * 004's utility has no timeouts; the hand-shake is that of {@code FutureTask.cancel}). Proofs:
 * {@code SeatShakesOnlyTheSitterProof}, {@code StopSeesTheSeatProof}.
 */
public final class Seat {

  /** Sits without a deadline. */
  public static final long FOREVER = Long.MAX_VALUE;

  private static final long FREE = Long.MIN_VALUE;
  private static final long SHAKING = FREE + 1;
  private static final long SHAKEN = FREE + 2;

  /** Shaken after he was interrupted by somebody else: that interrupt is not ours to clear. */
  private static final long SHAKEN_TOO = FREE + 3;

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Seat.class, "state", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final boolean consumers;

  @SuppressWarnings("UnusedVariable") // by its handle
  private volatile long state = FREE;

  /** Written before the state says that somebody sits here, and read after. */
  private @Nullable Thread sitter;

  /** Confined to the sitter; read by the consumer when the run is closed: {@link Run#close}. */
  private @Nullable TaskFailedException laterFailure;

  /** For a thread that is no consumer. */
  public Seat() {
    this(false);
  }

  Seat(boolean consumers) {
    this.consumers = consumers;
  }

  /** Whether this is the seat of the thread that asks for the outcomes. */
  boolean isConsumers() {
    return consumers;
  }

  /** Keeps a failure that was not the run's first. */
  void keep(TaskFailedException later) {
    laterFailure = later;
  }

  @Nullable TaskFailedException laterFailure() {
    return laterFailure;
  }

  /** Sits down; until the deadline, if there is one, as the job's time has it. */
  public void sit(long deadline) {
    sitter = Thread.currentThread();
    state = deadline;
  }

  /**
   * Gets up. If the seat was shaken, the interrupt is cleared, unless there was another before.
   * (One that comes after is the same as ours, and is cleared with it.)
   *
   * @return whether it was shaken
   */
  @SuppressWarnings("ThreadPriorityCheck") // it yields while another thread is about to finish
  public boolean getUp() {
    long found = state;
    if (found > SHAKEN_TOO && STATE.compareAndSet(this, found, FREE)) {
      return false;
    }
    while (state == SHAKING) {
      Thread
          .yield(); // as FutureTask.cancel does: a virtual thread that shakes may need our carrier
    }
    if (state == SHAKEN) {
      Thread.interrupted();
    }
    state = FREE;
    return true;
  }

  /** Whether somebody sits here who is shaken, or is being. */
  boolean isShaken() {
    long found = state;
    return found >= SHAKING && found <= SHAKEN_TOO;
  }

  /** Interrupts whoever sits here now, if anybody does and was not shaken already. */
  public void shake() {
    for (long found = state; found > SHAKEN_TOO; found = state) {
      if (shake(found)) {
        return;
      }
    }
  }

  /** Interrupts whoever sits here until this deadline, which is over. */
  public boolean shake(long deadline) {
    if (!STATE.compareAndSet(this, deadline, SHAKING)) {
      return false;
    }
    var thread = sitter;
    boolean interruptedBefore = thread != null && thread.isInterrupted();
    if (thread != null) {
      thread.interrupt();
    }
    state = interruptedBefore ? SHAKEN_TOO : SHAKEN;
    return true;
  }

  /** The deadline of whoever sits here; {@link #FOREVER} if there is none, or nobody. */
  long deadline() {
    long found = state;
    return found > SHAKEN_TOO ? found : FOREVER;
  }
}
