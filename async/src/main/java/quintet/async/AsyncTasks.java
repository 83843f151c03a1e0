package quintet.async;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import quintet.workloads.Staff;
import quintet.workloads.tasks.Chunk;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Outcomes;
import quintet.workloads.tasks.Run;
import quintet.workloads.tasks.Supervision;
import quintet.workloads.tasks.Tasks;

/**
 * To pull tasks, to do a chunk of them, and to make it ready are futures; each step runs when those
 * it needs are complete, and no thread of the model waits for another.
 *
 * <pre>
 *   pulled(i)  needs  pulled(i-1), room in the window     one source
 *   done(i)    needs  pulled(i)
 *   ready(i)   needs  done(i), and ready(i-1) if the order matters
 * </pre>
 *
 * <p><b>Shared:</b> see {@link TaskFlow}. What a step wrote happens-before the steps that depend on
 * it (java.util.concurrent.CompletableFuture; JLS 17.4.5). Proof: {@code TaskChainProof}.
 *
 * <p><b>Stops</b> by {@code shutdownNow}: running tasks are interrupted, steps that have not begun
 * are dropped, and {@code close} waits for the threads.
 *
 * <p><b>Costs</b> three futures a chunk, and a wake-up of the consumer, which waits and does no
 * task itself. To pull is a step like others: a source that waits keeps one of the workers' threads
 * waiting with it, and if that is the only one, no task is done meanwhile. <b>Choose it</b> when
 * what comes of a task is one step of many. Source: seed 003, "Asyncio"; seed 004, "Streaming".
 */
public final class AsyncTasks implements Tasks {

  private final Staff staff;

  public AsyncTasks(Staff staff) {
    this.staff = staff;
  }

  @Override
  public <T extends @Nullable Object> Outcomes<T> start(Job<T> job) {
    var supervision = Supervision.of(job, staff.workers());
    return new Outcomes<>(supervision, new Steps<>(job, staff, supervision));
  }

  private static final class Steps<T extends @Nullable Object> implements Run<T> {

    private final ExecutorService executor;
    private final TaskFlow<T> flow;
    private int handedOver;

    Steps(Job<T> job, Staff staff, Supervision supervision) {
      var threads = staff.threads("async").factory();
      executor = Executors.newFixedThreadPool(staff.workers(), threads);
      flow = new TaskFlow<>(job, staff.workers(), supervision, executor);
    }

    @Override
    public void begin() {
      flow.pull();
    }

    @Override
    public @Nullable Chunk<T> next() throws InterruptedException {
      if (handedOver > 0) {
        flow.giveRoom(handedOver);
      }
      var chunk = flow.take();
      handedOver = chunk == null ? 0 : chunk.room();
      return chunk;
    }

    @Override
    public void close() {
      executor.shutdownNow();
      executor.close();
    }
  }
}
