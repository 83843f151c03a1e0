package quintet.sequential;

import java.io.IOException;
import quintet.workloads.harvest.Calls;
import quintet.workloads.harvest.Delivery;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.Job;
import quintet.workloads.harvest.Rows;
import quintet.workloads.harvest.Summary;
import quintet.workloads.harvest.Wire;

/**
 * One call after the other; each row is written before the next call. What every other model must
 * equal, but for the order of the rows.
 *
 * <pre>
 *   next URL --> call, and again if need be --> write its row --+
 *      ^---------------------------------------------------------+
 * </pre>
 *
 * <p><b>Shared:</b> nothing. The client has threads of its own, which hand over a response and keep
 * nothing.
 *
 * <p><b>Stops</b> at the end of the source, at the first exception, and, when interrupted, at once:
 * a call and a pause both heed it.
 *
 * <p><b>Costs</b> the sum of all latencies; the limit is never more than one. <b>Choose it</b> for
 * a handful of URLs, for a server that wants one call at a time, and to know what waiting costs.
 * Source: seed 001, "Parallel API requests inside an indexer", before it is parallel.
 */
public final class SequentialHarvest implements Harvest {

  @Override
  public Summary run(Job job) throws IOException, InterruptedException {
    var calls = new Calls(job);
    var delivery = new Delivery(job);
    var rows = new Rows();
    try (var wire = new Wire(job, Wire.client().build())) {
      for (var call = calls.next(); call != null; call = calls.next()) {
        rows.add(wire.fetch(call));
        delivery.accept(rows);
      }
    }
    return delivery.summary(calls.skipped());
  }
}
