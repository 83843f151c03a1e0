package quintet.threadpool;

import quintet.workloads.Staff;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.CatalogContract;

final class ThreadPoolCatalogTest implements CatalogContract {

  @Override
  public Catalog model(Staff staff) {
    return new ThreadPoolCatalog(staff);
  }
}
