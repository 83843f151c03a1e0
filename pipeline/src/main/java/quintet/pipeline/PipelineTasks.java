package quintet.pipeline;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import quintet.workloads.Staff;
import quintet.workloads.tasks.Chunk;
import quintet.workloads.tasks.Intake;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Outcomes;
import quintet.workloads.tasks.Run;
import quintet.workloads.tasks.Seat;
import quintet.workloads.tasks.Supervision;
import quintet.workloads.tasks.Tasks;

/**
 * One thread pulls the source, some do the tasks, and the consumer takes what is done, in order or
 * as it comes; bounded queues join the stages.
 *
 * <pre>
 *   source --work--> worker 1..n --> reorder buffer --> consumer
 *     ^                  ^                                |  |
 *     |                  +--- helps when tasks are short -+  |
 *     +------------ room for so many tasks, in lots ---------+
 * </pre>
 *
 * <p><b>Shared:</b> nothing but the queues. A chunk is confined to one stage at a time and handed
 * on whole; a put happens-before the matching take. The source waits for room in the window: that
 * is the back-pressure. For outcomes as they come, the reorder buffer's numbers are drawn when a
 * chunk is done. Proofs: {@code ReorderBufferOrderProof}, {@code ReorderBufferVisibilityProof},
 * {@code LostSignalProof}.
 *
 * <p><b>Stops</b> by an interrupt of the stages, which wait in a queue or for the source.
 *
 * <p><b>Costs</b> two hand-offs a chunk, and a thread for the source. <b>Choose it</b> when the
 * source itself waits, as for lines that somebody types: it alone is kept waiting. Source: seed
 * 003, "Producer-Consumer", which hangs when its consumer throws.
 */
public final class PipelineTasks implements Tasks {

  private final Staff staff;

  public PipelineTasks(Staff staff) {
    this.staff = staff;
  }

  @Override
  public <T extends @Nullable Object> Outcomes<T> start(Job<T> job) {
    var supervision = Supervision.of(job, staff.workers());
    return new Outcomes<>(supervision, new Line<>(job, staff, supervision));
  }

  private static final class Line<T extends @Nullable Object> implements Run<T> {

    /** Waking the source costs as much as several tasks: it is told of room in so many lots. */
    private static final int LOTS = 4;

    private final Supervision supervision;
    private final Intake<T> intake;
    private final boolean ordered;
    private final int last;
    private final int lot;
    private final Semaphore room;
    private final BlockingQueue<Chunk<T>> work;
    private final ReorderBuffer<Chunk<T>> done;
    private final AtomicLong arrivals = new AtomicLong();
    private final Semaphore stepIn = new Semaphore(0);
    private final ExecutorService stages;

    /** Whether the last worker waits to step in: then the consumer may do tasks in its place. */
    private volatile boolean aside;

    /** How many chunks there are in all, once that is known. */
    private volatile long chunks = Long.MAX_VALUE;

    /** Confined to the consumer, as are the two below. */
    private long taken;

    private int handedOver;
    private int roomKept;

    Line(Job<T> job, Staff staff, Supervision supervision) {
      this.supervision = supervision;
      intake = new Intake<>(job, staff.workers(), supervision);
      ordered = job.order() == Job.Order.INPUT;
      lot = Math.max(1, job.window() / LOTS);
      room = new Semaphore(job.window());
      work = new ArrayBlockingQueue<>(job.window());
      done = new ReorderBuffer<>(job.window());
      stages = Executors.newThreadPerTaskExecutor(staff.threads("pipeline").factory());
      last = staff.workers() - 1;
    }

    @Override
    public void begin() {
      stages.execute(this::pull);
      for (int i = 0; i <= last; i++) {
        var seat = supervision.worker(i);
        boolean stepsIn = i == last;
        stages.execute(() -> work(seat, stepsIn));
      }
    }

    private void pull() {
      try {
        long pulled = 0;
        while (true) {
          int wanted = intake.nextRoom();
          room.acquire(wanted);
          var chunk = intake.next(wanted);
          if (chunk == null) {
            break;
          }
          room.release(wanted - chunk.room());
          pulled++;
          work.put(chunk);
          done.signal();
        }
        chunks = pulled;
        done.signal();
      } catch (InterruptedException runIsOver) {
        // the stage ends
      } catch (Throwable e) { // none is expected; but the consumer must not wait for ever
        supervision.stopBecause(new IllegalStateException("a stage failed", e));
      }
    }

    private void work(Seat seat, boolean stepsIn) {
      try {
        while (true) {
          if (stepsIn && intake.pace().consumerHelps()) {
            aside = true;
            done.signal();
            stepIn.acquire();
          }
          runAt(seat, work.take());
        }
      } catch (InterruptedException runIsOver) {
        // the stage ends
      } catch (Throwable e) { // none is expected; but the consumer must not wait for ever
        supervision.stopBecause(new IllegalStateException("a stage failed", e));
      }
    }

    private void runAt(Seat seat, Chunk<T> chunk) {
      chunk.runAt(seat);
      done.put(ordered ? chunk.number() : arrivals.getAndIncrement(), chunk);
    }

    @Override
    public @Nullable Chunk<T> next() throws InterruptedException {
      giveRoom();
      while (taken < chunks) {
        var chunk = done.poll();
        if (chunk != null) {
          taken++;
          handedOver = chunk.room();
          return chunk;
        }
        boolean helps = intake.pace().consumerHelps();
        var own = helps && aside ? work.poll() : null;
        if (own == null) {
          await(helps);
        } else {
          runAt(supervision.consumer(), own);
          if (Thread.interrupted()) {
            throw new InterruptedException("interrupted in a task");
          }
        }
      }
      return null;
    }

    private void giveRoom() {
      roomKept += handedOver;
      handedOver = 0;
      if (roomKept >= lot) {
        room.release(roomKept);
        roomKept = 0;
      }
    }

    /** What is kept back could be what the source waits for. */
    private void await(boolean helps) throws InterruptedException {
      room.release(roomKept);
      roomKept = 0;
      if (aside && !helps) {
        aside = false;
        stepIn.release();
      }
      done.awaitSignal();
    }

    @Override
    public void close() {
      stages.shutdownNow();
      stages.close();
    }
  }
}
