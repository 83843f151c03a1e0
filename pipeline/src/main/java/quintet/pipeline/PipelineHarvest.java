package quintet.pipeline;

import java.io.IOException;
import java.util.concurrent.Executors;
import quintet.workloads.Staff;
import quintet.workloads.harvest.Calls;
import quintet.workloads.harvest.Delivery;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Summary;
import quintet.workloads.harvest.Wire;

/**
 * One thread pulls URLs, some fetch, and the caller alone writes: bounded queues join the stages.
 *
 * <pre>
 *   source --calls--> fetcher 1..limit --rows--> writer (the caller) --> sheet
 *     ^                                             |
 *     +-------------------- tickets ----------------+
 * </pre>
 *
 * <p><b>Shared:</b> nothing but the {@link HarvestLine}: its queues and its tickets. A call and its
 * row are confined to one stage at a time; a put happens-before the matching take. The sheet has a
 * single writer, so it needs no guard, and what has come in meanwhile is written in one piece: a
 * queue of single rows, which is enough for calls (the benchmark's lessons "csv" have others).
 * Proof: {@code HarvestEndProof}.
 *
 * <p><b>Stops</b> by an interrupt of the stages, each of which waits in a queue, for a ticket, or
 * for a server. The end of the source and its failure are told to the writer through its queue: a
 * stage that dies silently would be waited for, for ever.
 *
 * <p><b>Costs</b> two hand-offs a URL, and a thread for each fetcher, busy or not. A call that
 * pauses before its next try keeps its fetcher. <b>Choose it</b> when what happens to a row takes
 * as long as fetching it: each stage has threads of its own. Source: seed 003, "Producer-Consumer",
 * whose {@code run_pipeline} hangs when a consumer throws; seed 001, "Thread-safe CSV writing",
 * without its lock.
 */
public final class PipelineHarvest implements Harvest {

  private final Staff staff;

  /**
   * @param staff of which kind the threads are; the number of fetchers is the job's limit
   */
  public PipelineHarvest(Staff staff) {
    this.staff = staff;
  }

  @Override
  public Summary run(Job job) throws IOException, InterruptedException {
    var network = Thread.ofVirtual().name("quintet-pipeline-http-", 0).factory();
    var threads = staff.threads("pipeline").factory();
    var calls = new Calls(job);
    try (var io = Executors.newThreadPerTaskExecutor(network);
        var wire = new Wire(job, Wire.client().executor(io).build());
        var stages = Executors.newThreadPerTaskExecutor(threads)) {
      try {
        var line = new HarvestLine(job.window());
        stages.execute(() -> line.pull(calls));
        for (int i = 0; i < job.limit(); i++) {
          stages.execute(() -> line.fetch(wire::fetch));
        }
        var delivery = new Delivery(job);
        line.write(delivery);
        return delivery.summary(calls.skipped());
      } finally {
        stages.shutdownNow();
      }
    }
  }
}
