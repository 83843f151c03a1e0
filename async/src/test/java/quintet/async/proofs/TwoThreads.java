package quintet.async.proofs;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * An executor whose threads are the actors of a proof: each runs what is to be done, until the flow
 * has finished.
 */
final class TwoThreads implements Executor {

  private final Queue<Runnable> steps = new ConcurrentLinkedQueue<>();

  @Override
  public void execute(Runnable step) {
    steps.add(step);
  }

  /** Call from each actor. */
  void workUntil(BooleanSupplier finished) {
    while (!finished.getAsBoolean()) {
      var step = steps.poll();
      if (step != null) {
        step.run();
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
