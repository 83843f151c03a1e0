package quintet.async.proofs;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import quintet.async.TaskFlow;
import quintet.workloads.proof.Proof;
import quintet.workloads.proof.Twin;
import quintet.workloads.tasks.Chunk;
import quintet.workloads.tasks.Job;
import quintet.workloads.tasks.Outcomes;
import quintet.workloads.tasks.Run;
import quintet.workloads.tasks.Supervision;
import quintet.workloads.tasks.Task;

/**
 * Claim: chunks are made ready in the order of the source, the end behind the last of them, and
 * with what their tasks gave.
 *
 * <p>Two threads run the flow of three tasks. The result is what the consumer is handed, as digits.
 */
@Proof(
    claim = "chunks are made ready in the order of the source, and the end behind the last",
    twin = TaskChainProof.AsTheyComplete.class,
    minimumSamples = 1_000)
@JCStressTest
@Outcome(id = "123", expect = ACCEPTABLE, desc = "All three, in order.")
@Outcome(expect = FORBIDDEN, desc = "Out of order, not all, or without what the task gave.")
@State
public class TaskChainProof {

  private final Job<Integer> job =
      Job.of(IntStream.rangeClosed(1, 3).mapToObj(i -> Task.of(() -> i)).toList());
  private final Supervision supervision = Supervision.of(job, 2);
  private final TwoThreads threads = new TwoThreads();
  private final TaskFlow<Integer> flow = new TaskFlow<>(job, 2, supervision, threads);

  public TaskChainProof() {
    flow.pull();
  }

  @Actor
  public void first() {
    threads.workUntil(flow::isComplete);
  }

  @Actor
  public void second() {
    threads.workUntil(flow::isComplete);
  }

  @Arbiter
  public void result(I_Result r) {
    var run =
        new Run<Integer>() {
          @Override
          public void begin() {}

          @Override
          public @Nullable Chunk<Integer> next() throws InterruptedException {
            return flow.take();
          }

          @Override
          public void close() {}
        };
    try (var outcomes = new Outcomes<>(supervision, run)) {
      outcomes.forEachRemaining(outcome -> r.r1 = r.r1 * 10 + outcome.value());
    }
  }

  /** The same tasks, and what is done is put in a queue at once. */
  @Twin(without = "the chain that makes ready in order")
  @JCStressTest
  @Outcome(id = "123", expect = ACCEPTABLE, desc = "In order: the schedule was kind.")
  @Outcome(expect = ACCEPTABLE_INTERESTING, desc = "Out of order.")
  @State
  public static class AsTheyComplete {

    private final TwoThreads threads = new TwoThreads();
    private final Queue<Integer> ready = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<@Nullable Void> finished =
        CompletableFuture.allOf(step(1), step(2), step(3));

    private CompletableFuture<@Nullable Void> step(int value) {
      return CompletableFuture.supplyAsync(() -> value, threads).thenAccept(ready::add);
    }

    @Actor
    public void first() {
      threads.workUntil(finished::isDone);
    }

    @Actor
    public void second() {
      threads.workUntil(finished::isDone);
    }

    @Arbiter
    public void result(I_Result r) {
      ready.forEach(value -> r.r1 = r.r1 * 10 + value);
    }
  }
}
