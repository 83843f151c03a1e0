package quintet.suite.bench.catalog;

import java.util.Map;
import quintet.suite.bench.kit.Preparation;

/** Generates the catalogues of the wanted size, in one file and in many. */
public final class CatalogInputs implements Preparation {

  @Override
  public void prepare(Map<String, String> parameters) {
    int records = Integer.parseInt(parameters.getOrDefault("records", "0"));
    Input.utf8(records);
    for (var input : Input.values()) {
      input.files(records, Input.MARC8_PERCENT);
    }
  }
}
