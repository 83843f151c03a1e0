package quintet.workloads.tasks;

import quintet.workloads.Staff;

/**
 * Where to do tasks, and why. An immutable value.
 *
 * <p>The seed advises processes for whatever computes, because in CPython (but for its
 * free-threaded builds, PEP 703) one thread at a time runs bytecode. The Java virtual machine has
 * no such lock: its threads compute on all cores and share the heap, so threads serve computing
 * tasks too; claim: tasks.threads-serve-cpu-work. What processes buy here is that one may crash,
 * run out of memory or be killed alone, and that each has a heap, a collector and static state of
 * its own; claim: tasks.processes-buy-isolation. They cost serialising every task and every result.
 *
 * <p>Source: seed 004, {@code should_use_processes}.
 *
 * @param where the kind of placement
 * @param why in one sentence
 */
public record Advice(Where where, String why) {

  /** The kinds of placement. */
  public enum Where {
    /** {@link Placement#HERE}, with platform threads: {@link Staff#perCore}. */
    THREADS,
    /** {@link Placement#HERE}, with virtual threads: {@link Staff#forWaiting}. */
    VIRTUAL_THREADS,
    /** A placement in other processes. */
    PROCESSES
  }

  /** Where to do tasks of this kind. */
  public static Advice placement(WorkKind kind) {
    return switch (kind) {
      case COMPUTING ->
          new Advice(
              Where.THREADS,
              "Java has no global interpreter lock: a thread a core computes on all of them, and"
                  + " shares what it works on.");
      case WAITING ->
          new Advice(
              Where.VIRTUAL_THREADS,
              "A waiting virtual thread takes no core and little memory, so thousands may wait at"
                  + " the same time.");
      case CRASHING ->
          new Advice(
              Where.PROCESSES,
              "What ends or exhausts a process takes all threads in it along, but not another"
                  + " process.");
      case ISOLATED ->
          new Advice(
              Where.PROCESSES,
              "Threads share one heap and its static state; each process has its own.");
    };
  }
}
