package quintet.async;

import quintet.workloads.Staff;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.CatalogContract;

final class AsyncCatalogTest implements CatalogContract {

  @Override
  public Catalog model(Staff staff) {
    return new AsyncCatalog(staff);
  }
}
