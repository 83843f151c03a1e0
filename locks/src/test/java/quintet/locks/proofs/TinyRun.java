package quintet.locks.proofs;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import quintet.workloads.tasks.Chunk;
import quintet.workloads.tasks.Intake;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Supervision;
import quintet.workloads.tasks.Task;

/**
 * A few tasks for a proof. Each notes the number of the chunk in which it was done.
 *
 * <p>The source is anything but thread-safe, as sources are.
 */
final class TinyRun {

  private static final ThreadLocal<Integer> CHUNK = ThreadLocal.withInitial(() -> 0);

  private final int[] numbers;
  private final Supervision supervision;
  private final Intake<Integer> intake;

  TinyRun(int tasks) {
    numbers = new int[tasks];
    Iterable<Task<Integer>> source = Source::new;
    var job = Job.of(source);
    supervision = Supervision.of(job, 2);
    intake = new Intake<>(job, 2, supervision);
  }

  Intake<Integer> intake() {
    return intake;
  }

  /** The next chunk, of one task. Call it only where one thread does. */
  Chunk<Integer> chunk() {
    var chunk = intake.next(1);
    if (chunk == null) {
      throw new NoSuchElementException();
    }
    return chunk;
  }

  /** Does the chunk, if there is one, as a worker of the model does. */
  void work(@Nullable Chunk<Integer> chunk, int worker) {
    if (chunk != null) {
      CHUNK.set((int) chunk.number());
      chunk.runAt(supervision.worker(worker));
    }
  }

  /** The sum of what a task has noted: its chunks' numbers, counted from 1. */
  int noted(int task) {
    return numbers[task];
  }

  static int appended(int digits, @Nullable Chunk<Integer> chunk) {
    return chunk == null ? digits : digits * 10 + 1 + (int) chunk.number();
  }

  private final class Source implements Iterator<Task<Integer>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < numbers.length;
    }

    @Override
    public Task<Integer> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int task = next++;
      return Task.of(() -> numbers[task] += 1 + CHUNK.get());
    }
  }
}
