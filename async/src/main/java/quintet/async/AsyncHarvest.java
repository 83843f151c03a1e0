package quintet.async;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import quintet.workloads.Failures;
import quintet.workloads.Staff;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Summary;
import quintet.workloads.harvest.Wire;

/**
 * A call is a chain of futures, and none of its steps waits: the many calls in flight need a
 * handful of threads.
 *
 * <pre>
 *   permit --> sendAsync --> answer or timeout --> next step --> row --+
 *     ^                                               |                |
 *     +-------- pause (the permit is free) <----------+                v
 *   puller: pulls <-------------------------------------- clerk: writes
 * </pre>
 *
 * <p>There are as many chains as the window is wide, and at most limit of them have a permit from
 * the {@link PermitPool}. A call that pauses before its next try gives its permit back: in this
 * model no thread has to wait for it.
 *
 * <p><b>Shared:</b> the permits. The sheet belongs to the <i>clerk</i> and the source to the
 * <i>puller</i>, threads of the model's own, which do one thing after the other. A write may block,
 * so it must not be done by a thread that others need; and a source may wait for long, with rows
 * that are to be written meanwhile. A call is touched by one step at a time; the completion of a
 * future happens-before the steps that depend on it. The client looks up the addresses of names,
 * which blocks; so it has virtual threads for what it does itself, and none of the steps'. Proof:
 * {@code PermitPoolProof}; {@code AsyncHarvestTest} records who blocks.
 *
 * <p><b>Stops</b> when the caller, which alone waits, sees the end, a failure or an interrupt: the
 * clerk is shut down first, so that nothing more is written, with its pending pauses; then the
 * puller; then the client, which ends the calls in flight; then its threads and those of the steps.
 *
 * <p><b>Costs</b> some objects for each call, no stack; and code that must be read as a graph, with
 * stack traces that tell nothing. <b>Choose it</b> for very many slow calls where the caller has no
 * thread to lend, or where a call has many ways to go on. Source: seed 003, {@code
 * fetch_with_limit}; seed 001, "Async I/O".
 */
public final class AsyncHarvest implements Harvest {

  private final Staff staff;

  /**
   * @param staff whose threads run the steps; the calls in flight are the job's limit
   */
  public AsyncHarvest(Staff staff) {
    this.staff = staff;
  }

  @Override
  public Summary run(Job job) throws IOException, InterruptedException {
    var network = Thread.ofVirtual().name("quintet-async-http-", 0).factory();
    var threads = staff.threads("async").factory();
    var clerks = staff.threads("async-clerk").factory();
    var pullers = staff.threads("async-puller").factory();
    try (var steps = Executors.newFixedThreadPool(staff.workers(), threads);
        var io = Executors.newThreadPerTaskExecutor(network);
        var client = new Connection(Wire.client().executor(io).build());
        var clerk = Executors.newSingleThreadScheduledExecutor(clerks);
        var puller = Executors.newSingleThreadExecutor(pullers)) {
      try {
        return new HarvestFlow(job, client.http(), steps, clerk, puller).start().get();
      } catch (ExecutionException e) {
        throw Failures.raised(e.getCause());
      } finally {
        clerk.shutdownNow();
        puller.shutdownNow();
      }
    }
  }

  /** Ends what is in flight when it is closed, rather than wait for it. */
  private record Connection(HttpClient http) implements AutoCloseable {
    @Override
    public void close() {
      Wire.close(http);
    }
  }
}
