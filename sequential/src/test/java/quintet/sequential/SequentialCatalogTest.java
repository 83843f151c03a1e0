package quintet.sequential;

import quintet.workloads.Staff;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.CatalogContract;

final class SequentialCatalogTest implements CatalogContract {

  @Override
  public Catalog model(Staff staff) {
    return new SequentialCatalog();
  }
}
