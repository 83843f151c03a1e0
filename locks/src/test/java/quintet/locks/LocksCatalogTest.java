package quintet.locks;

import quintet.workloads.Staff;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.CatalogContract;

final class LocksCatalogTest implements CatalogContract {

  @Override
  public Catalog model(Staff staff) {
    return new LocksCatalog(staff);
  }
}
