package quintet.pipeline;

import quintet.workloads.Staff;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.HarvestContract;

final class PipelineHarvestTest implements HarvestContract {

  @Override
  public Harvest model(Staff staff) {
    return new PipelineHarvest(staff);
  }
}
