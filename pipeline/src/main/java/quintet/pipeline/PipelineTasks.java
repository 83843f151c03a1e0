package quintet.pipeline;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import quintet.workloads.Staff;
import quintet.workloads.tasks.Chunk;
import quintet.workloads.tasks.Intake;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Outcomes;
import quintet.workloads.tasks.Pace;
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
 * <p><b>Shared:</b> the queues, the room for which the source waits ({@link WindowedIntake}: that
 * is the back-pressure), the {@link StandIn}, and how long tasks take ({@link Pace}). A chunk is
 * confined to one stage at a time and handed on whole; a put happens-before the matching take.
 * Proofs: {@code ReorderBufferOrderProof}, {@code ReorderBufferVisibilityProof}, {@code
 * LostSignalProof}, {@code StandInProof}.
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

    private final Supervision supervision;
    private final Pace pace;
    private final WindowedIntake<T> source;
    private final BlockingQueue<Chunk<T>> work;
    private final DoneChunks<T> done;
    private final StandIn standIn;
    private final int last;
    private final ExecutorService stages;

    /** The room of what the consumer is handing over. Confined to it. */
    private int handedOver;

    Line(Job<T> job, Staff staff, Supervision supervision) {
      this.supervision = supervision;
      var intake = new Intake<>(job, staff.workers(), supervision);
      pace = intake.pace();
      source = new WindowedIntake<>(intake, job.window());
      work = new ArrayBlockingQueue<>(job.window());
      done = new DoneChunks<>(job.window(), job.order() == Job.Order.INPUT);
      standIn = new StandIn(done::signal);
      last = staff.workers() - 1;
      stages = Executors.newThreadPerTaskExecutor(staff.threads("pipeline").factory());
    }

    @Override
    public void begin() {
      stages.execute(supervision.guarded("a stage", this::pull));
      for (int i = 0; i <= last; i++) {
        var seat = supervision.worker(i);
        boolean standsAside = i == last;
        stages.execute(supervision.guarded("a stage", () -> work(seat, standsAside)));
      }
    }

    private void pull() throws InterruptedException {
      long pulled = 0;
      for (var chunk = source.next(); chunk != null; chunk = source.next()) {
        work.put(chunk);
        done.signal(); // to do it is something that the consumer may wait for
        pulled++;
      }
      done.endAfter(pulled);
    }

    private void work(Seat seat, boolean standsAside) throws InterruptedException {
      while (true) {
        if (standsAside && pace.consumerHelps()) {
          standIn.standAside();
        }
        var chunk = work.take();
        chunk.runAt(seat);
        done.put(chunk);
      }
    }

    @Override
    public @Nullable Chunk<T> next() throws InterruptedException {
      source.giveRoom(handedOver);
      handedOver = 0;
      while (!done.isEnd()) {
        var chunk = done.poll();
        if (chunk != null) {
          handedOver = chunk.room();
          return chunk;
        }
        helpOrWait();
      }
      return null;
    }

    /** Does tasks rather than wait for what is done, as long as they are short. */
    private void helpOrWait() throws InterruptedException {
      boolean helps = pace.consumerHelps();
      var own = helps && standIn.isWanted() ? work.poll() : null;
      if (own != null) {
        own.runByConsumer();
        done.put(own);
        return;
      }
      source.giveWhatIsKept();
      if (!helps) {
        standIn.callBack();
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
