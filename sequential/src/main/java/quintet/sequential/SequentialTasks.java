package quintet.sequential;

import org.jspecify.annotations.Nullable;
import quintet.workloads.tasks.Chunk;
import quintet.workloads.tasks.Intake;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Outcomes;
import quintet.workloads.tasks.Run;
import quintet.workloads.tasks.Supervision;
import quintet.workloads.tasks.Tasks;

/**
 * One thread pulls a few tasks, does them, and hands over what came of them: the baseline, and the
 * oracle that says what every other model must answer.
 *
 * <p><b>Shared:</b> nothing, but with the alarm clock of a job that has timeouts. <b>Stops</b> by
 * an interrupt. <b>Costs</b> the time of all tasks. <b>Choose it</b> until a measurement says
 * otherwise: it is the only model in which tasks may share what is not thread-safe. Source: seed
 * 004's tasks, one after the other.
 */
public final class SequentialTasks implements Tasks {

  @Override
  public <T extends @Nullable Object> Outcomes<T> start(Job<T> job) {
    var supervision = Supervision.ofConsumerAlone(job);
    return new Outcomes<>(supervision, new Loop<>(job, supervision));
  }

  private static final class Loop<T extends @Nullable Object> implements Run<T> {

    private final Intake<T> intake;

    Loop(Job<T> job, Supervision supervision) {
      intake = new Intake<>(job, 1, supervision);
    }

    @Override
    public void begin() {
      // there is no thread but the consumer's
    }

    @Override
    public @Nullable Chunk<T> next() throws InterruptedException {
      var chunk = intake.next(intake.nextRoom());
      if (chunk != null) {
        chunk.runByConsumer();
      }
      return chunk;
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
