package quintet.workloads.harvest;

import java.io.IOException;

/** One call after the other, with nothing clever: what every model must equal. */
final class OracleHarvest implements Harvest {

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
