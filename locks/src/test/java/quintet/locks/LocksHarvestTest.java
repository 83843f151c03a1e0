package quintet.locks;

import quintet.workloads.Staff;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.HarvestContract;

final class LocksHarvestTest implements HarvestContract {

  @Override
  public Harvest model(Staff staff) {
    return new LocksHarvest(staff);
  }
}
