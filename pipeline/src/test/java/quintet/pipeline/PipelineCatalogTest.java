package quintet.pipeline;

import quintet.workloads.Staff;
import quintet.workloads.catalog.Catalog;
import quintet.workloads.catalog.CatalogContract;

final class PipelineCatalogTest implements CatalogContract {

  @Override
  public Catalog model(Staff staff) {
    return new PipelineCatalog(staff);
  }
}
