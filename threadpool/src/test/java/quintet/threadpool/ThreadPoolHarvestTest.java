package quintet.threadpool;

import quintet.workloads.Staff;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.HarvestContract;

final class ThreadPoolHarvestTest implements HarvestContract {

  @Override
  public Harvest model(Staff staff) {
    return new ThreadPoolHarvest(staff);
  }
}
