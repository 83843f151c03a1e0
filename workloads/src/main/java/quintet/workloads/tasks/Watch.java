package quintet.workloads.tasks;

import org.jspecify.annotations.Nullable;

/**
 * The alarm clock of a run: a thread that does nothing but look after its timeouts. There is none
 * for a run without timeouts. A platform thread, because tasks may keep every carrier of virtual
 * threads busy.
 *
 * <p>It is the only thread that {@code workloads} starts: it is no model of doing the work, and
 * even the loop cannot interrupt itself.
 *
 * <p>Confined to the consumer.
 */
final class Watch {

  private final @Nullable Thread thread;

  private Watch(@Nullable Thread thread) {
    this.thread = thread;
  }

  static Watch over(Supervision supervision) {
    if (!supervision.job().hasTimeouts()) {
      return new Watch(null);
    }
    var thread = Thread.ofPlatform().daemon().name("quintet-watch").unstarted(supervision::watch);
    thread.start();
    return new Watch(thread);
  }

  /** Ends the thread, and waits until it has ended. */
  void end() {
    if (thread == null) {
      return;
    }
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
