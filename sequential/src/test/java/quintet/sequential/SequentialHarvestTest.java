package quintet.sequential;

import quintet.workloads.Staff;
import quintet.workloads.harvest.Harvest;
import quintet.workloads.harvest.HarvestContract;

final class SequentialHarvestTest implements HarvestContract {

  @Override
  public Harvest model(Staff staff) {
    return new SequentialHarvest();
  }

  @Override
  public int inFlightUnder(int limit) {
    return 1;
  }
}
