package quintet.workloads.harvest;

import quintet.workloads.Staff;

/** The oracle itself keeps the contract, so that a model is not measured by a broken one. */
final class OracleHarvestTest implements HarvestContract {

  @Override
  public Harvest model(Staff staff) {
    return new OracleHarvest();
  }

  @Override
  public int inFlightUnder(int limit) {
    return 1;
  }
}
