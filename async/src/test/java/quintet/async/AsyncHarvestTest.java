package quintet.async;

import quintet.workloads.Staff;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.HarvestContract;

final class AsyncHarvestTest implements HarvestContract {

  @Override
  public Harvest model(Staff staff) {
    return new AsyncHarvest(staff);
  }
}
