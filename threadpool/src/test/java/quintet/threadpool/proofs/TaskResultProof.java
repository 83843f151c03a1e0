package quintet.threadpool.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.ExecutionException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import quintet.threadpool.ChunkTask;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;

/**
 * Claim: what a worker wrote while it ran a task, the caller sees when it has the result.
 *
 * <p>The result is what the caller read in a plain field that the task wrote.
 */
@Proof(
    claim = "what a worker wrote while it ran a task is seen by the caller that gets its result",
    twin = TaskResultProof.DoneBeforeWritten.class)
@JCStressTest
@Outcome(id = "42", expect = ACCEPTABLE, desc = "The caller saw it.")
@Outcome(expect = FORBIDDEN, desc = "The caller had the result and did not see it.")
@State
public class TaskResultProof {

  private int written;
  private final ChunkTask<Integer> task =
      new ChunkTask<>(
          null,
          () -> {
            written = 42;
            return TaskRunsOnceProof.NOTHING;
          });

  @Actor
  public void pool() {
    task.run();
  }

  @Actor
  public void caller(I_Result r) {
    try {
      task.run();
      task.get();
      r.r1 = written;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A flag says that the task is done, and the result follows it. */
  @Twin(without = "the order of write and completion")
  @JCStressTest
  @Outcome(
      id = {"1", "42"},
      expect = ACCEPTABLE,
      desc = "Not done yet, or written in time.")
  @Outcome(id = "0", expect = ACCEPTABLE_INTERESTING, desc = "Done, and nothing is written.")
  @State
  public static class DoneBeforeWritten {

    private int written;
    private volatile boolean done;

    @Actor
    public void pool() {
      done = true;
      written = 42;
    }

    @Actor
    public void caller(I_Result r) {
      r.r1 = done ? written : 1;
    }
  }
}
