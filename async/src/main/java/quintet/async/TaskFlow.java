package quintet.async;

import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import quintet.workloads.tasks.Chunk;
import quintet.workloads.tasks.Intake;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Seat;
import quintet.workloads.tasks.Supervision;

/**
 * The steps of one run of {@link AsyncTasks}, unrolled as room in the window comes back.
 *
 * <p>Shared: the intake, which only the steps of one chain touch; the idle seats and the chunks
 * that are ready, in concurrent queues; and the count of what is under way, which is atomic. The
 * source counts too, until it has ended; who brings the count to zero says that it was all. Proof:
 * {@code TaskChainProof}.
 */
public final class TaskFlow<T extends @Nullable Object> {

  private static final CompletableFuture<@Nullable Void> DONE =
      CompletableFuture.completedFuture(null);

  /** A chunk, or null for the end: what a queue can hold. */
  record Ready<T extends @Nullable Object>(@Nullable Chunk<T> chunk) {}

  private final Supervision supervision;
  private final Intake<T> intake;
  private final boolean ordered;
  private final Executor executor;
  private final Semaphore room;
  private final Queue<Seat> idleSeats = new ConcurrentLinkedQueue<>();

  /** Has no capacity: the window bounds how many chunks there are. */
  private final BlockingQueue<Ready<T>> ready = new LinkedBlockingQueue<>();

  private final AtomicInteger underWay = new AtomicInteger(1);

  /** The last step that pulls. Confined to the consumer. */
  private CompletableFuture<@Nullable Void> pulled = DONE;

  /** The last step that makes ready in order. Touched by the chain of {@code pulled} only. */
  private CompletableFuture<@Nullable Void> inOrder = DONE;

  /** Touched by the chain of {@code pulled} only. */
  private boolean sourceEnded;

  public TaskFlow(Job<T> job, int workers, Supervision supervision, Executor executor) {
    this.supervision = supervision;
    this.executor = executor;
    intake = new Intake<>(job, workers, supervision);
    ordered = job.order() == Job.Order.INPUT;
    room = new Semaphore(job.window());
    for (int i = 0; i < workers; i++) {
      idleSeats.add(supervision.worker(i));
    }
  }

  /** Pulls as much as there is room for, behind what is being pulled. Consumer only. */
  public void pull() {
    pulled = pulled.thenRunAsync(this::pullAll, executor).whenComplete((_, e) -> checkStep(e));
  }

  /** So much room is free again. Consumer only. */
  void giveRoom(int tasks) {
    room.release(tasks);
    pull();
  }

  /** Waits for the chunk whose turn it is; null after the last. Consumer only. */
  public @Nullable Chunk<T> take() throws InterruptedException {
    return ready.take().chunk();
  }

  /** Whether all chunks there are have been made ready. */
  public boolean isComplete() {
    return underWay.get() == 0;
  }

  private void pullAll() {
    int wanted = intake.nextRoom();
    while (!sourceEnded && room.tryAcquire(wanted)) {
      var chunk = intake.next(wanted);
      if (chunk == null) {
        sourceEnded = true;
        oneLessUnderWay();
      } else {
        room.release(wanted - chunk.room());
        underWay.incrementAndGet();
        begin(chunk);
      }
      wanted = intake.nextRoom();
    }
  }

  private void begin(Chunk<T> chunk) {
    var done = CompletableFuture.runAsync(() -> runInASeat(chunk), executor);
    var before = ordered ? inOrder : DONE;
    var step = before.thenCombine(done, (_, _) -> makeReady(chunk));
    var _ = step.whenComplete((_, e) -> checkStep(e));
    inOrder = step;
  }

  private void runInASeat(Chunk<T> chunk) {
    var seat = idleSeats.remove(); // there is one for each thread
    try {
      chunk.runAt(seat);
    } finally {
      idleSeats.add(seat);
    }
  }

  private @Nullable Void makeReady(Chunk<T> chunk) {
    ready.add(new Ready<>(chunk));
    oneLessUnderWay();
    return null;
  }

  private void oneLessUnderWay() {
    if (underWay.decrementAndGet() == 0) {
      ready.add(new Ready<>(null));
    }
  }

  /** No step throws; but if one did, the consumer must not wait for ever. */
  private void checkStep(@Nullable Throwable failure) {
    if (failure != null && !supervision.stopped()) {
      supervision.stopBecause(new IllegalStateException("a step failed", failure));
    }
  }
}
