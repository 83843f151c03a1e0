package quintet.workloads.tasks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Outcomes over a run that does what no model should. */
final class OutcomesTest {

  private final Job<Integer> job = Job.of(List.of());
  private final Supervision supervision = Supervision.of(job, 1);

  @Test
  void aRunThatBreaksIsClosedAndItsErrorThrown() {
    var broken = new AssertionError("the model is broken");
    var run = new BrokenRun(broken);
    try (var outcomes = new Outcomes<>(supervision, run)) {
      assertSame(broken, assertThrows(AssertionError.class, outcomes::hasNext));

      assertAll(
          () -> assertTrue(run.isClosed),
          () -> assertTrue(supervision.stopped()),
          () -> assertFalse(outcomes.hasNext()));
    }
  }

  @Test
  void aRunThatCannotBeginIsClosedAndItsErrorThrown() {
    var noThread = new OutOfMemoryError("unable to create native thread");
    var run =
        new BrokenRun(null) {
          @Override
          public void begin() {
            throw noThread;
          }
        };

    var thrown = assertThrows(OutOfMemoryError.class, () -> new Outcomes<>(supervision, run));

    assertAll(
        () -> assertSame(noThread, thrown),
        () -> assertTrue(run.isClosed),
        () -> assertTrue(supervision.stopped()));
  }

  @Test
  void anInterruptThatTheRunHasSeenIsTheCallers() {
    try (var outcomes = new Outcomes<>(supervision, new BrokenRun(new InterruptedException()))) {
      assertThrows(InterruptedRunException.class, outcomes::next);
    }

    assertTrue(Thread.interrupted());
  }

  @Test
  void anInterruptCountsMoreThanATaskThatFailedMeanwhile() {
    var failure = new TaskFailedException(0, Task.of(() -> 1), new InterruptedException());
    var run =
        new BrokenRun(new InterruptedException()) {
          @Override
          public void close() {
            supervision.stopBecause(failure);
          }
        };
    try (var outcomes = new Outcomes<>(supervision, run)) {
      assertThrows(InterruptedRunException.class, outcomes::next);
    }

    assertTrue(Thread.interrupted());
  }

  @Test
  void theRunIsClosedOnce() {
    var run = new BrokenRun(null);
    var outcomes = new Outcomes<>(supervision, run);

    outcomes.close();
    outcomes.close();

    assertEquals(1, run.closed);
  }

  /** Throws this, or ends. */
  private static class BrokenRun implements Run<Integer> {
    private final @Nullable Throwable failure;
    boolean isClosed;
    int closed;

    BrokenRun(@Nullable Throwable failure) {
      this.failure = failure;
    }

    @Override
    public void begin() {}

    @Override
    public @Nullable Chunk<Integer> next() throws InterruptedException {
      if (failure != null) {
        throw Bodies.<RuntimeException>undeclared(failure);
      }
      return null;
    }

    @Override
    public void close() {
      isClosed = true;
      closed++;
    }
  }
}
